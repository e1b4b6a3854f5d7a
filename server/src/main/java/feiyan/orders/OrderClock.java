package feiyan.orders;

import feiyan.calendar.WorkingCalendars;
import feiyan.platform.CountyId;
import feiyan.platform.Policies;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Brings history, policy and calendar together for {@link Deadlines}. The row's due_at is only their projection. */
@Component
class OrderClock {

    private final OrderHistory history;
    private final Policies policies;
    private final WorkingCalendars calendars;

    OrderClock(OrderHistory history, Policies policies, WorkingCalendars calendars) {
        this.history = history;
        this.policies = policies;
        this.calendars = calendars;
    }

    /** When the order is due once {@code verb} has brought it to where {@code after} says. */
    @Nullable
    Instant dueAfter(Stored after, Verb verb, Instant now) {
        var facts = after.facts();
        var last = new Happening(facts.version(), after.state(), verb, after.state(), now, null, facts.unit(), null);
        return due(facts.county(), Deadlines.followsFrom(last) ? List.of(last) : upTo(last, facts), after);
    }

    private List<Happening> upTo(Happening last, OrderFacts facts) {
        var events = new ArrayList<>(history.of(facts.county(), facts.id()));
        events.add(last);
        return events;
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
        return due(facts.county(), history.of(facts.county(), facts.id()), order);
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

    private @Nullable Instant due(CountyId county, List<Happening> events, Stored order) {
        return deadlines(county).due(events, order.urgent(), order.agreed()).orElse(null);
    }

    private Deadlines deadlines(CountyId county) {
        return new Deadlines(policies.of(county), calendars.of(county));
    }
}
