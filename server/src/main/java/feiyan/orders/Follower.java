package feiyan.orders;

import feiyan.accounts.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That somebody far away may see how a parent's orders stand.
 *
 * @param mayOrder and may order on the parent's behalf, too
 * @param notedBy of the staff; null where the parent allowed it in the page
 */
public record Follower(
        FollowerId id,
        PersonId parent,
        PersonId follower,
        boolean mayOrder,
        Instant allowedAt,
        How how,
        @Nullable PersonId notedBy) {

    /** How the parent agreed. */
    public enum How {
        /** In the page, by the parent. */
        PAGE,
        SPOKEN,
        TELEPHONE,
        WRITTEN
    }
}
