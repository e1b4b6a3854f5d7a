package feiyan.dispatch;

import feiyan.orders.OrderView;
import feiyan.orders.Slot;
import feiyan.units.Actor;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** For what time people are being asked, as the requester may know it: the time, never who. */
@Component
public class OfferedTime {

    private final OfferRows offers;

    OfferedTime(OfferRows offers) {
        this.offers = offers;
    }

    /** An order has one time: all its offers name the same. */
    public Optional<Slot> of(Actor requester, OrderView order) {
        return order.asks()
                ? offers.of(requester.county(), order.id(), OfferState.OPEN, OfferState.ACCEPTED).stream()
                        .findFirst()
                        .map(offer -> offer.facts().proposed())
                : Optional.empty();
    }
}
