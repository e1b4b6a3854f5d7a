package feiyan.dispatch;

import feiyan.orders.OrderId;
import feiyan.orders.OrderMoved;
import feiyan.platform.CountyId;
import java.time.Instant;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What must follow from an order's move at once, in the same transaction: nobody waits for what has ended. */
@Component
class OrderFollower {

    /** Who was asked for the time before has not said whether they can come at the new one. */
    private static final String TIME_MOVED = "time_moved";

    private final OfferRows offers;
    private final OfferMoves offerMoves;
    private final OfferQueue queue;
    private final SeatRows seats;
    private final SeatMoves seatMoves;
    private final Parties parties;

    OrderFollower(
            OfferRows offers,
            OfferMoves offerMoves,
            OfferQueue queue,
            SeatRows seats,
            SeatMoves seatMoves,
            Parties parties) {
        this.offers = offers;
        this.offerMoves = offerMoves;
        this.queue = queue;
        this.seats = seats;
        this.seatMoves = seatMoves;
        this.parties = parties;
    }

    @EventListener
    void follow(OrderMoved moved) {
        switch (moved.verb()) {
            case CONFIRM -> withdrawOpen(moved.county(), moved.order(), "all_seats_taken", moved.at());
            case CANCEL, REFUSE, RESOLVE, MERGE, ESCALATE, HAND_DOWN, ASK_BACK -> nobodyNext(moved, "order_ended");
            case GIVE_BACK -> end(moved, "given_back");
            case NO_SHOW -> nobodyNext(moved, "nobody_came");
            case BREAK_OFF -> begunAnew(moved, "broken_off");
            case FINISH -> finish(moved);
            case REOPEN -> begunAnew(moved, "reopened");
            case PLACE, GROUP, ANSWER, LAPSE, APPROVE, APPEAL_UPHELD, SPLIT, SERVED_BY_GROUP -> {}
            case RESCHEDULE -> withdrawOpen(moved.county(), moved.order(), TIME_MOVED, moved.at());
            case RUN_DRY -> queue.clear(moved.county(), moved.order());
            case OFFER, RESEAT, START, RATE, CLOSE_UNRATED -> {}
        }
    }

    /** Where those who waited for their turn are not asked, either. */
    private void nobodyNext(OrderMoved moved, String reason) {
        queue.clear(moved.county(), moved.order());
        end(moved, reason);
    }

    private void end(OrderMoved moved, String reason) {
        withdrawOpen(moved.county(), moved.order(), reason, moved.at());
        for (var seat : seats.live(moved.county(), moved.order())) {
            if (seat instanceof Seat.Taken) {
                seatMoves
                        .move(seat, new SeatCommand.Release(reason), null, moved.at())
                        .orThrow();
            }
        }
        for (var offer : offers.of(moved.county(), moved.order(), OfferState.ACCEPTED)) {
            offerMoves
                    .move(offer, new OfferCommand.Return(reason), null, moved.at())
                    .orThrow();
        }
    }

    /** Others may serve it next: who served until now must not read the need and the address again. */
    private void begunAnew(OrderMoved moved, String reason) {
        nobodyNext(moved, reason);
        parties.nobodyServes(moved.county(), moved.order());
    }

    private void withdrawOpen(CountyId county, OrderId order, String reason, Instant now) {
        for (var offer : offers.of(county, order, OfferState.OPEN)) {
            offerMoves.move(offer, new OfferCommand.Withdraw(reason), null, now).orThrow();
        }
    }

    private void finish(OrderMoved moved) {
        queue.clear(moved.county(), moved.order());
        withdrawOpen(moved.county(), moved.order(), "order_ended", moved.at());
        missWhoNeverCame(moved);
    }

    private void missWhoNeverCame(OrderMoved moved) {
        for (var seat : seats.live(moved.county(), moved.order())) {
            if (seat instanceof Seat.Taken) {
                boolean due = !moved.at().isBefore(seat.facts().time().from());
                var command = due ? new SeatCommand.Miss(null) : new SeatCommand.Release("not_needed");
                seatMoves.move(seat, command, null, moved.at()).orThrow();
            }
        }
    }
}
