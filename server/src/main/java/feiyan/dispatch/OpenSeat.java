package feiyan.dispatch;

import feiyan.menu.Project;
import feiyan.orders.OrderId;
import feiyan.orders.Slot;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A seat that a volunteer could take now: what, roughly where and when. Nothing that says for whom.
 *
 * @param unit the name of the station, which stands for the village
 * @param time the soonest at which no rule keeps this volunteer from it
 * @param way from home, rounded up to half a kilometre: nearer would point at a door; null for a remote service
 */
public record OpenSeat(
        OrderId order,
        Project project,
        String unit,
        boolean remote,
        boolean urgent,
        Slot time,
        @Nullable Integer way,
        int headcount,
        int open) {

    /** What is served, for those who need not know the menu. */
    public String service() {
        return project.name();
    }

    public OpenSeatPlace place() {
        return new OpenSeatPlace(
                LocalDate.ofInstant(time.from(), ServiceRules.CHINA), way == null ? 0 : way, time.from(), order);
    }
}
