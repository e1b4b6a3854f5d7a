package feiyan.dispatch.plan;

import feiyan.accounts.PersonId;
import feiyan.dispatch.Commitment;
import feiyan.dispatch.Obstacle;
import feiyan.dispatch.PlannedService;
import feiyan.dispatch.ServiceRules;
import feiyan.dispatch.pool.Member;
import feiyan.orders.OrderId;
import feiyan.orders.ServiceSheet;
import feiyan.platform.Policy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What a plan gives each person, on top of what they have agreed to: the rules judge both together. */
final class PlanLoad {

    private final Map<PersonId, List<PlanLine>> lines = new HashMap<>();
    private final Map<OrderId, List<PlanLine>> named = new HashMap<>();
    private final Map<OrderId, ServiceSheet> orders;
    private final Policy policy;

    /** @param orders of the lines that may matter */
    PlanLoad(Collection<PlanLine> lines, Map<OrderId, ServiceSheet> orders, Policy policy) {
        this.orders = orders;
        this.policy = policy;
        for (var line : lines) {
            var volunteer = line.volunteer();
            if (volunteer != null) {
                named.computeIfAbsent(line.order(), none -> new ArrayList<>()).add(line);
            }
            if (volunteer != null && line.holds()) {
                this.lines.computeIfAbsent(volunteer, none -> new ArrayList<>()).add(line);
            }
        }
    }

    List<PlanLine> of(PersonId person) {
        return lines.getOrDefault(person, List.of());
    }

    /** How many lines of that week. */
    int tasks(PersonId person, LocalDate week) {
        return (int) of(person).stream()
                .filter(line -> week.equals(ServiceRules.week(line.time().from())))
                .count();
    }

    /**
     * Whether the plan names them for this order already; a line that was refused names them still, for itself alone.
     */
    boolean names(PersonId person, PlanLine seat) {
        return named.getOrDefault(seat.order(), List.of()).stream()
                .filter(line -> person.equals(line.volunteer()))
                .anyMatch(line -> line.holds() || line.number() != seat.number());
    }

    /** What stands against a service for somebody who keeps these lines of the plan. */
    Set<Obstacle> against(Member member, OrderId order, PlannedService service, Collection<PlanLine> kept) {
        var planned = kept.stream().map(this::commitment).toList();
        return ServiceRules.against(member.helper(order, service, planned), service, policy);
    }

    private Commitment commitment(PlanLine line) {
        return new Commitment(
                line.time(), Objects.requireNonNull(orders.get(line.order())).place());
    }
}
