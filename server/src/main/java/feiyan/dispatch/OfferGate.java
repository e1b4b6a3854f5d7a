package feiyan.dispatch;

import feiyan.orders.OrderId;
import feiyan.orders.OrderProgress;
import feiyan.orders.ServiceSheet;
import feiyan.orders.ServiceSheets;
import feiyan.orders.Slot;
import feiyan.orders.State;
import feiyan.orders.Verb;
import feiyan.platform.CountyId;
import feiyan.platform.Outcome;
import feiyan.units.Actor;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whether anybody may be asked now, and for which time. Runs with the order held. */
@Component
class OfferGate {

    private final OfferRows rows;
    private final SeatRows seats;
    private final ServiceSheets sheets;
    private final OrderProgress progress;

    OfferGate(OfferRows rows, SeatRows seats, ServiceSheets sheets, OrderProgress progress) {
        this.rows = rows;
        this.seats = seats;
        this.sheets = sheets;
        this.progress = progress;
    }

    /**
     * Once the time is agreed, asking changes nothing of the order: its seats are filled anew while the others stay.
     */
    Outcome<OrderId> mayAsk(Actor actor, ServiceSheet order, int seen) {
        if (!isAgreed(order)) {
            return progress.offer(actor, order.id(), seen);
        }
        if (sheets.inCharge(actor, order.id()).isEmpty()) {
            return Outcome.refused("order.not_yours", Verb.RESEAT.code());
        }
        if (order.version() != seen) {
            return Outcome.refused("order.moved_on", order.state().name());
        }
        boolean full = seats.live(actor.county(), order.id()).size() >= order.headcount();
        return full ? Outcome.refused("offer.all_seats_taken") : Outcome.done(order.id());
    }

    Outcome<Slot> timeStands(CountyId county, ServiceSheet order, Slot proposed, Instant now) {
        if (isAgreed(order)) {
            return proposed.equals(order.agreed()) && proposed.to().isAfter(now)
                    ? Outcome.done(proposed)
                    : Outcome.refused("offer.one_time");
        }
        if (!order.window().contains(proposed)
                || !proposed.from().isAfter(now)
                || !proposed.length().equals(Duration.ofMinutes(order.minutes()))) {
            return Outcome.refused("offer.outside_window");
        }
        return timeOut(county, order.id())
                        .filter(time -> !time.equals(proposed))
                        .isPresent()
                ? Outcome.refused("offer.one_time")
                : Outcome.done(proposed);
    }

    /** The time is agreed and not over: seats given back are filled anew, the time stands. */
    static boolean isAgreed(ServiceSheet order) {
        return order.state() == State.ACCEPTED || order.state() == State.IN_SERVICE;
    }

    Optional<Slot> timeOut(CountyId county, OrderId order) {
        return rows.of(county, order, OfferState.OPEN, OfferState.ACCEPTED).stream()
                .map(offer -> offer.facts().proposed())
                .findFirst()
                .or(() -> seats.live(county, order).stream()
                        .map(seat -> seat.facts().time())
                        .findFirst());
    }
}
