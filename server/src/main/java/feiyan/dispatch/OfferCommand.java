package feiyan.dispatch;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Everything that can be asked of an offer. It implements the {@code Move} of each state that knows it. */
public sealed interface OfferCommand permits Offer.Unmade.Move, Offer.Open.Move, Offer.Accepted.Move {

    record Make() implements Offer.Unmade.Move {}

    record Accept() implements Offer.Open.Move {}

    record Decline(@Nullable String reason) implements Offer.Open.Move {}

    record Expire() implements Offer.Open.Move {}

    record Withdraw(String reason) implements Offer.Open.Move {}

    record Return(String reason) implements Offer.Accepted.Move {}

    /** Why, as a code that may be kept for ever. */
    default @Nullable String reason() {
        return null;
    }

    /** As {@code offer_transition} writes it. */
    default String verb() {
        return getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }
}
