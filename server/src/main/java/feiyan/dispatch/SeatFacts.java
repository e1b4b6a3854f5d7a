package feiyan.dispatch;

import feiyan.accounts.PersonId;
import feiyan.orders.OrderId;
import feiyan.orders.Slot;
import feiyan.platform.CountyId;

/**
 * What is true of a seat in every state; each move adds one to the version.
 *
 * @param place 1 to the order's headcount; no two live seats of an order share one
 */
public record SeatFacts(
        CountyId county,
        SeatId id,
        int version,
        OrderId order,
        int place,
        PersonId volunteer,
        OfferId offer,
        Slot time) {

    SeatFacts next() {
        return at(time);
    }

    SeatFacts at(Slot time) {
        return new SeatFacts(county, id, version + 1, order, place, volunteer, offer, time);
    }
}
