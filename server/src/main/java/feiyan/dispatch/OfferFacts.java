package feiyan.dispatch;

import feiyan.orders.OrderId;
import feiyan.orders.Slot;
import feiyan.platform.CountyId;
import java.time.Instant;

/** What is true of an offer in every state; each move adds one to the version. */
public record OfferFacts(
        CountyId county, OfferId id, int version, OrderId order, Invitee invitee, Slot proposed, Instant deadline) {

    OfferFacts next() {
        return new OfferFacts(county, id, version + 1, order, invitee, proposed, deadline);
    }
}
