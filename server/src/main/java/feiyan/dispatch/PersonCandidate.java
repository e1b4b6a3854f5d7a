package feiyan.dispatch;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A volunteer in the dispatcher's list.
 *
 * @param metres the straight line from home; null for a remote service
 * @param against what stands against it; empty where they can be asked
 */
public record PersonCandidate(Helper helper, @Nullable Integer metres, Set<Obstacle> against) {

    public boolean canBeAsked() {
        return against.isEmpty();
    }
}
