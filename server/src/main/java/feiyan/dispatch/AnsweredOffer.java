package feiyan.dispatch;

import feiyan.orders.OrderId;

/** What has become of an offer, for who answers for it. */
public record AnsweredOffer(OfferId id, OfferState state, OrderId order) {}
