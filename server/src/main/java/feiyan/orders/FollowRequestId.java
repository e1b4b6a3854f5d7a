package feiyan.orders;

import java.util.UUID;

/** One request to follow the orders of whoever has a telephone number. */
public record FollowRequestId(UUID value) {}
