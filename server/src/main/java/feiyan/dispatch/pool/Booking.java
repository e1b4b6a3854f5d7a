package feiyan.dispatch.pool;

import feiyan.dispatch.Commitment;
import feiyan.orders.OrderId;

/** A seat that somebody has, from the day before yesterday on. */
public record Booking(OrderId order, Commitment commitment) {}
