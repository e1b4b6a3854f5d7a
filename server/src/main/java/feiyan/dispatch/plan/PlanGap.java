package feiyan.dispatch.plan;

import feiyan.dispatch.Obstacle;
import feiyan.orders.OrderId;
import feiyan.orders.Slot;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Seats of an order for which the plan has nobody.
 *
 * @param unfillable of the seats, those that nobody could fill whatever the plan
 * @param time null where its window leaves none any more
 * @param skilled how many of the nearest with the skill were looked at; none: nobody has it
 * @param against how many of those each rule stands against
 */
public record PlanGap(
        OrderId order,
        int seats,
        int unfillable,
        @Nullable Slot time,
        String skill,
        int skilled,
        Map<Obstacle, Integer> against) {

    public PlanGap {
        against = Map.copyOf(against);
    }
}
