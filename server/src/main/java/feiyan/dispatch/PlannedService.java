package feiyan.dispatch;

import feiyan.orders.Slot;
import feiyan.units.CoarsePosition;
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

    int minutes() {
        return (int) time.length().toMinutes();
    }
}
