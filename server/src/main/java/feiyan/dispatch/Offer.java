package feiyan.dispatch;

import feiyan.platform.Outcome;
import java.time.Instant;

/**
 * An offer in one of its states, each with only its own moves; {@link #decide} is the way in. The other two walls are
 * the one statement of {@link OfferRows} and the constraints of V0007.
 */
public sealed interface Offer {

    OfferFacts facts();

    OfferState state();

    /** What {@code command} makes of {@code offer}; a state that does not know the command refuses it. */
    static Outcome<Offer> decide(Offer offer, OfferCommand command, Instant now) {
        return switch (offer) {
            case Unmade it -> command instanceof Unmade.Move move ? it.on(move) : unknown(it);
            case Open it -> command instanceof Open.Move move ? it.on(move, now) : unknown(it);
            case Accepted it -> command instanceof Accepted.Move move ? it.on(move) : unknown(it);
            case Ended it -> unknown(it);
        };
    }

    private static Outcome<Offer> unknown(Offer offer) {
        return Outcome.refused("offer.not_now", offer.state().name());
    }

    record Unmade(OfferFacts facts) implements Offer {
        public sealed interface Move extends OfferCommand permits OfferCommand.Make {}

        @Override
        public OfferState state() {
            return OfferState.NEW;
        }

        Outcome<Offer> on(Move move) {
            return switch (move) {
                case OfferCommand.Make _ -> Outcome.done(new Open(facts.next()));
            };
        }
    }

    record Open(OfferFacts facts) implements Offer {
        public sealed interface Move extends OfferCommand
                permits OfferCommand.Accept, OfferCommand.Decline, OfferCommand.Expire, OfferCommand.Withdraw {}

        @Override
        public OfferState state() {
            return OfferState.OPEN;
        }

        Outcome<Offer> on(Move move, Instant now) {
            boolean late = !now.isBefore(facts.deadline());
            return switch (move) {
                case OfferCommand.Accept _ when late -> Outcome.refused("offer.too_late");
                case OfferCommand.Accept _ -> Outcome.done(new Accepted(facts.next()));
                case OfferCommand.Decline _ -> Outcome.done(new Ended(facts.next(), OfferState.DECLINED));
                case OfferCommand.Expire _ when !late -> Outcome.refused("offer.still_open");
                case OfferCommand.Expire _ -> Outcome.done(new Ended(facts.next(), OfferState.EXPIRED));
                case OfferCommand.Withdraw _ -> Outcome.done(new Ended(facts.next(), OfferState.WITHDRAWN));
            };
        }
    }

    record Accepted(OfferFacts facts) implements Offer {
        public sealed interface Move extends OfferCommand permits OfferCommand.Return {}

        @Override
        public OfferState state() {
            return OfferState.ACCEPTED;
        }

        Outcome<Offer> on(Move move) {
            return switch (move) {
                case OfferCommand.Return _ -> Outcome.done(new Ended(facts.next(), OfferState.RETURNED));
            };
        }
    }

    /** Nothing can be asked of it any more; the state says how it ended. */
    record Ended(OfferFacts facts, OfferState state) implements Offer {}
}
