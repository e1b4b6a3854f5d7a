package feiyan.dispatch.plan;

import feiyan.orders.OrderId;
import feiyan.platform.Refusal;
import java.util.List;

/**
 * What came of passing orders on to the unit above.
 *
 * @param above its name
 * @param stayed those that could not be passed on, and why
 */
public record PassedUp(String above, int passed, List<Stayed> stayed) {

    public record Stayed(OrderId order, Refusal why) {}

    public PassedUp {
        stayed = List.copyOf(stayed);
    }
}
