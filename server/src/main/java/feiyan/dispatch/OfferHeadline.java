package feiyan.dispatch;

import feiyan.orders.OrderId;
import feiyan.orders.Slot;
import java.time.Instant;

/**
 * What somebody who was asked must know to answer: for when, and until when.
 *
 * @param open still waits for the answer
 */
public record OfferHeadline(OfferId id, OrderId order, Slot proposed, Instant deadline, boolean open) {}
