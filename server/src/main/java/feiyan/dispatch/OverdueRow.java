package feiyan.dispatch;

import feiyan.accounts.PersonId;
import feiyan.menu.ProjectId;
import feiyan.orders.OrderId;
import feiyan.units.UnitId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is late, or will be within the hour.
 *
 * @param project null for a need in free words
 * @param unit that has the order
 * @param team who has it, where it is a team
 * @param person who has it, where it is a person; neither: the unit itself
 */
public record OverdueRow(
        OverdueClock clock,
        OrderId order,
        String number,
        @Nullable ProjectId project,
        UnitId unit,
        boolean urgent,
        @Nullable String team,
        @Nullable PersonId person,
        Instant due) {

    public boolean isLate(Instant now) {
        return due.isBefore(now);
    }
}
