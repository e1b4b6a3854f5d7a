package feiyan.orders;

import java.util.UUID;

/** A photo or the voice message of an order. */
public record MediaId(UUID value) {}
