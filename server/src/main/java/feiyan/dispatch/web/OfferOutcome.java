package feiyan.dispatch.web;

import feiyan.dispatch.OfferLine;
import feiyan.dispatch.OfferState;
import feiyan.orders.State;
import java.util.UUID;

/** What an answer to an offer came to. */
record OfferOutcome(UUID offer, OfferState state, UUID order, State orderState, int orderVersion) {

    static OfferOutcome of(OfferLine line) {
        var order = line.order();
        return new OfferOutcome(line.id().value(), line.state(), order.id().value(), order.state(), order.version());
    }
}
