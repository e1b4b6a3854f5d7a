package feiyan.orders;

import java.util.UUID;

/** One consent by which somebody follows another person's orders. */
public record FollowerId(UUID value) {}
