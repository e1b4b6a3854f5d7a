package feiyan.dispatch.plan;

import feiyan.orders.OrderId;
import feiyan.orders.ServiceSheet;
import java.util.List;
import java.util.Map;

/**
 * A plan as dispatchers look at it.
 *
 * @param orders of its lines and gaps
 * @param newSince orders that came since and stand on no plan yet
 */
public record Board(
        Plan plan, List<PlanLine> lines, List<PlanGap> gaps, Map<OrderId, ServiceSheet> orders, int newSince) {

    public Board {
        lines = List.copyOf(lines);
        gaps = List.copyOf(gaps);
        orders = Map.copyOf(orders);
    }
}
