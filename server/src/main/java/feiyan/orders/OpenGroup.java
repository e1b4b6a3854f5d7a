package feiyan.orders;

import feiyan.menu.ProjectId;
import feiyan.units.UnitId;
import org.jspecify.annotations.Nullable;

/**
 * A group that others may still join.
 *
 * @param agreed once a team has taken it
 * @param part of each day of the window; null where any suits all who are in it
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
        @Nullable DayPart part,
        int children) {

    /** Whether it takes place when that household can: at the time agreed, or else all through the group's window. */
    public boolean suits(GroupChild household) {
        return household.window().contains(agreed == null ? window : agreed)
                && (household.part() == null || isIn(household.part()));
    }

    private boolean isIn(DayPart wanted) {
        return (agreed == null && wanted == part) || wanted.holds(agreed == null ? window : agreed);
    }
}
