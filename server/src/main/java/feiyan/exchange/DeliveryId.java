package feiyan.exchange;

import java.util.UUID;

/** One thing told to one webhook; the same at each attempt, so that a receiver knows a repetition. */
public record DeliveryId(UUID value) {}
