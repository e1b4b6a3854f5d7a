package feiyan.orders;

import feiyan.menu.ProjectId;
import feiyan.units.UnitId;
import org.jspecify.annotations.Nullable;

/**
 * A group that others may still join.
 *
 * @param agreed once a team has taken it
 * @param children how many are in it
 */
public record OpenGroup(
        OrderId id,
        String number,
        State state,
        ProjectId project,
        UnitId unit,
        Slot window,
        @Nullable Slot agreed,
        int children) {

    /** Whether it takes place when that household can: at the time agreed, or else all through the group's window. */
    public boolean suits(Slot household) {
        return household.contains(agreed == null ? window : agreed);
    }
}
