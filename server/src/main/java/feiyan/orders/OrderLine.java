package feiyan.orders;

import feiyan.menu.ProjectId;
import feiyan.units.UnitId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An order in a list.
 *
 * @param need its words where the reader may see them
 * @param due null where nobody is waited for
 */
public record OrderLine(
        OrderId id,
        String number,
        State state,
        @Nullable ProjectId project,
        UnitId station,
        UnitId unit,
        Slot window,
        @Nullable Slot agreed,
        boolean urgent,
        boolean rated,
        @Nullable Instant due,
        @Nullable String need) {

    public boolean isOverdue(Instant now) {
        return due != null && due.isBefore(now);
    }
}
