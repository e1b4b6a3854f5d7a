package feiyan.dispatch.pool;

import feiyan.accounts.PersonId;
import feiyan.orders.OrderId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Past orders planned anew.
 *
 * @param seats in all
 * @param unfillable of them, those that nobody could fill whatever the weights
 * @param able everybody who was among the best for at least one order
 */
public record Replayed(List<Given> given, int seats, int unfillable, Set<PersonId> able) {

    public Replayed {
        given = List.copyOf(given);
        able = Set.copyOf(able);
    }

    /**
     * A seat as the plan fills it.
     *
     * @param metres the straight line from home; null for a remote service, and where nobody knows the way
     */
    public record Given(
            OrderId order,
            PersonId volunteer,
            int minutes,
            @Nullable Integer metres) {}
}
