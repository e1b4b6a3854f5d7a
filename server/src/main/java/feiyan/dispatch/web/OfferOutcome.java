package feiyan.dispatch.web;

import feiyan.dispatch.AnsweredOffer;
import feiyan.dispatch.OfferState;
import feiyan.orders.OrderStage;
import feiyan.orders.State;
import java.util.UUID;

/** What an answer to an offer came to. */
record OfferOutcome(UUID offer, OfferState state, UUID order, State orderState, int orderVersion) {

    static OfferOutcome of(AnsweredOffer offer, OrderStage order) {
        return new OfferOutcome(
                offer.id().value(), offer.state(), offer.order().value(), order.state(), order.version());
    }
}
