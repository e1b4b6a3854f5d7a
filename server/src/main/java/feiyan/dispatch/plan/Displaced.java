package feiyan.dispatch.plan;

import feiyan.accounts.PersonId;
import feiyan.dispatch.pool.Suggestion;
import feiyan.orders.OrderId;
import org.jspecify.annotations.Nullable;

/**
 * A line that loses its volunteer because they are moved elsewhere.
 *
 * @param to who takes it instead; null: the seat is open
 * @param change how much dearer the plan becomes by it
 */
public record Displaced(
        int line, OrderId order, PersonId from, @Nullable Suggestion to, long change) {}
