package feiyan.dispatch;

import feiyan.orders.Slot;
import feiyan.units.CoarsePosition;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done, where and when, as far as the rules ask.
 *
 * @param place null for a remote service
 */
public record PlannedService(
        String skill,
        @Nullable String qualification,
        boolean hazardous,
        @Nullable CoarsePosition place,
        Slot time) {

    /** Services further away than this touch neither the way there, nor the hours of a day, nor the rest after it. */
    public static final Duration AROUND = Duration.ofHours(24);

    /** Whether another service may count for the rules. */
    public boolean isNear(Slot other) {
        return other.to().isAfter(time.from().minus(AROUND))
                && other.from().isBefore(time.to().plus(AROUND));
    }

    public int minutes() {
        return (int) time.length().toMinutes();
    }
}
