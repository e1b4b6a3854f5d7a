package feiyan.dispatch.plan;

import feiyan.accounts.PersonId;
import feiyan.dispatch.OfferId;
import feiyan.dispatch.OfferState;
import feiyan.dispatch.ReasonFacts;
import feiyan.orders.OrderId;
import feiyan.orders.Slot;
import feiyan.platform.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * One seat and whom the plan proposes for it.
 *
 * @param version of the plan when this line was changed last
 * @param proposed whom the engine proposed
 * @param volunteer whom it proposes now; null where it was taken off
 * @param facts why them; of the last one where nobody is proposed any more
 * @param nextBest who comes next for this seat, and {@code untilNextBest} how much dearer; null: nobody
 * @param answer what became of the offer; null where none is out
 * @param insteadOf an unanswered offer that goes back when this line is sent, made to {@code insteadOfWhom}
 * @param refusal why it could not be sent
 */
public record PlanLine(
        int number,
        int version,
        OrderId order,
        PersonId proposed,
        @Nullable PersonId volunteer,
        Slot time,
        LineState state,
        boolean pinned,
        ReasonFacts facts,
        int cost,
        @Nullable PersonId nextBest,
        @Nullable Long untilNextBest,
        @Nullable OfferId offer,
        @Nullable OfferState answer,
        @Nullable OfferId insteadOf,
        @Nullable PersonId insteadOfWhom,
        @Nullable Refusal refusal) {

    /** Whether the plan alone keeps the person busy then: what was declined leaves them free, a seat taken is known. */
    boolean holds() {
        return volunteer != null && (state.isToSend() || answer == null || answer == OfferState.OPEN);
    }
}
