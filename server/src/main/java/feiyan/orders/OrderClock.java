package feiyan.orders;

import feiyan.calendar.WorkingCalendars;
import feiyan.platform.CountyId;
import feiyan.platform.Policies;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Brings history, policy and calendar together for {@link Deadlines}. The row's due_at is only their projection. */
@Component
class OrderClock {

    private final OrderHistory history;
    private final HeldOrders held;
    private final Policies policies;
    private final WorkingCalendars calendars;

    OrderClock(OrderHistory history, HeldOrders held, Policies policies, WorkingCalendars calendars) {
        this.history = history;
        this.held = held;
        this.policies = policies;
        this.calendars = calendars;
    }

    /** When the order is due once {@code verb} has brought it to where {@code after} says. */
    @Nullable
    Instant dueAfter(Stored after, Verb verb, Instant now) {
        var facts = after.facts();
        var last = new Happening(facts.version(), after.state(), verb, after.state(), now, null, facts.unit(), null);
        return deadlines(facts.county())
                .due(last, () -> Deadlines.beginsToWait(verb) ? now : waitsSince(facts), after.urgent(), after.agreed())
                .orElse(null);
    }

    private Instant waitsSince(OrderFacts order) {
        return held.waitsSince(order.county(), order.id())
                .orElseGet(() -> Deadlines.approvedAt(history.of(order.county(), order.id())));
    }

    @Nullable
    Instant dueWhenCreated(Order first, Verb verb, boolean urgent, Instant now) {
        var facts = first.facts();
        var event = new Happening(1, State.NEW, verb, first.state(), now, null, facts.unit(), null);
        return deadlines(facts.county()).due(List.of(event), urgent, null).orElse(null);
    }

    /** From the events alone: what the projection in the row must equal. */
    @Nullable
    Instant due(Stored order) {
        var facts = order.facts();
        return deadlines(facts.county())
                .due(history.of(facts.county(), facts.id()), order.urgent(), order.agreed())
                .orElse(null);
    }

    /** As {@link #due(Stored)} for many orders of a county; those for which nobody is waited are left out. */
    Map<OrderId, Instant> dues(CountyId county, List<Stored> orders) {
        var deadlines = deadlines(county);
        var histories = history.of(
                county, orders.stream().map(order -> order.facts().id()).toList());
        var dues = new HashMap<OrderId, Instant>();
        for (var order : orders) {
            var events = histories.getOrDefault(order.facts().id(), List.of());
            deadlines
                    .due(events, order.urgent(), order.agreed())
                    .ifPresent(due -> dues.put(order.facts().id(), due));
        }
        return dues;
    }

    private Deadlines deadlines(CountyId county) {
        return new Deadlines(policies.of(county), calendars.of(county));
    }
}
