package feiyan.orders;

import feiyan.accounts.PersonId;
import java.time.Instant;

/**
 * Somebody asks to follow the orders of whoever has a number.
 *
 * @param number masked; to the one who is asked the asker's own, to the asker the one that was asked
 */
public record FollowRequest(FollowRequestId id, PersonId follower, String number, boolean mayOrder, Instant askedAt) {}
