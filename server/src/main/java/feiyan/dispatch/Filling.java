package feiyan.dispatch;

import feiyan.accounts.PersonId;
import feiyan.orders.OrderId;
import feiyan.orders.OrderProgress;
import feiyan.orders.ServiceSheet;
import feiyan.orders.State;
import feiyan.platform.CountyId;
import feiyan.platform.Outcome;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What an order makes of its seats and offers after one of them has changed. Runs with the order held. */
@Component
class Filling {

    private final OfferRows offers;
    private final SeatRows seats;
    private final OrderProgress progress;

    Filling(OfferRows offers, SeatRows seats, OrderProgress progress) {
        this.offers = offers;
        this.seats = seats;
        this.progress = progress;
    }

    /** All seats taken: the time is agreed. A seat filled anew is told, too. */
    Outcome<OrderId> filled(CountyId county, ServiceSheet order, PersonId by) {
        var live = seats.live(county, order.id());
        if (order.state() == State.ACCEPTED) {
            return progress.reseat(county, order.id(), by);
        }
        return live.size() < order.headcount()
                ? Outcome.done(order.id())
                : progress.confirm(
                        county, order.id(), by, live.getFirst().facts().time(), live.size(), false);
    }

    /** Somebody said no, or nothing: with no open offer and no seat left it goes back to the dispatcher. */
    Outcome<OrderId> emptied(CountyId county, ServiceSheet order, @Nullable PersonId by) {
        boolean hope = !offers.of(county, order.id(), OfferState.OPEN, OfferState.ACCEPTED)
                        .isEmpty()
                || !seats.live(county, order.id()).isEmpty();
        return hope || order.state() != State.OFFERED
                ? Outcome.done(order.id())
                : progress.runDry(county, order.id(), by);
    }

    /** A seat was given back after the time was agreed: the others go, or nobody does. */
    Outcome<OrderId> gaveBack(CountyId county, ServiceSheet order, PersonId by, @Nullable String reason) {
        return switch (order.state()) {
            case ACCEPTED ->
                seats.live(county, order.id()).isEmpty()
                        ? progress.giveBack(county, order.id(), by, reason)
                        : progress.reseat(county, order.id(), by);
            case OFFERED -> emptied(county, order, by);
            case NEW, SUBMITTED, RETURNED, APPROVED, IN_SERVICE, SERVED, CLOSED, MERGED, REFUSED, CANCELLED ->
                Outcome.done(order.id());
        };
    }
}
