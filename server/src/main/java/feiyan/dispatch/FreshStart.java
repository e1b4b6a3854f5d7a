package feiyan.dispatch;

import feiyan.accounts.PersonId;
import feiyan.orders.OrderId;
import feiyan.orders.OrderProgress;
import feiyan.orders.ServiceSheet;
import feiyan.platform.CountyId;
import feiyan.platform.Outcome;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * An order that was never agreed goes back to the dispatcher: nobody is asked any more, and who said yes is free again.
 * Runs with the order held.
 */
@Component
class FreshStart {

    private final OfferQueue queue;
    private final OfferRows offers;
    private final OfferMoves offerMoves;
    private final SeatRows seats;
    private final SeatMoves seatMoves;
    private final OrderProgress progress;

    FreshStart(
            OfferQueue queue,
            OfferRows offers,
            OfferMoves offerMoves,
            SeatRows seats,
            SeatMoves seatMoves,
            OrderProgress progress) {
        this.queue = queue;
        this.offers = offers;
        this.offerMoves = offerMoves;
        this.seats = seats;
        this.seatMoves = seatMoves;
        this.progress = progress;
    }

    /** @param by null where the clock does it */
    Outcome<OrderId> of(CountyId county, ServiceSheet order, String reason, @Nullable PersonId by, Instant now) {
        queue.clear(county, order.id());
        for (var seat : seats.live(county, order.id())) {
            seatMoves.move(seat, new SeatCommand.Release(reason), by, now).orThrow();
        }
        for (var offer : offers.of(county, order.id(), OfferState.OPEN, OfferState.ACCEPTED)) {
            var command = offer.state() == OfferState.OPEN
                    ? new OfferCommand.Withdraw(reason)
                    : new OfferCommand.Return(reason);
            offerMoves.move(offer, command, by, now).orThrow();
        }
        return progress.runDry(county, order.id(), by);
    }
}
