package feiyan.dispatch;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A member in the leader's list.
 *
 * @param metres the straight line from home; null for a remote service
 * @param against what stands against it; empty where no rule does
 * @param pausedUntil the last day of the break that they take; null: they take none
 */
public record PersonCandidate(
        Helper helper,
        @Nullable Integer metres,
        Set<Obstacle> against,
        @Nullable LocalDate pausedUntil) {

    public boolean canBeAsked() {
        return against.isEmpty() && pausedUntil == null;
    }
}
