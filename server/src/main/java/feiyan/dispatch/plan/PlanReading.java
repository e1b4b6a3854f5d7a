package feiyan.dispatch.plan;

import feiyan.dispatch.DispatchWeights;
import feiyan.dispatch.Planning;
import feiyan.dispatch.pool.PlanMaker.Pairing;
import feiyan.dispatch.pool.Supply;
import feiyan.orders.OrderId;
import feiyan.orders.ServiceSheet;
import feiyan.orders.ServiceSheets;
import feiyan.platform.CountyId;
import feiyan.platform.Policy;
import feiyan.units.UnitId;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Reads what a plan is made from: some queries for any number of orders. */
@Component
class PlanReading {

    /** What does not fit waits for the next plan; it is less pressing than all that does. */
    static final int MOST = 2000;

    private final OrdersToPlan waiting;
    private final ServiceSheets sheets;
    private final OrderSeats seats;
    private final Supply supply;
    private final TimesToPropose times;
    private final PlanRows plans;
    private final PlanLines lines;
    private final PlanBans bans;
    private final Planning planning;
    private final InstantSource clock;

    PlanReading(
            OrdersToPlan waiting,
            ServiceSheets sheets,
            OrderSeats seats,
            Supply supply,
            TimesToPropose times,
            PlanRows plans,
            PlanLines lines,
            PlanBans bans,
            Planning planning,
            InstantSource clock) {
        this.waiting = waiting;
        this.sheets = sheets;
        this.seats = seats;
        this.supply = supply;
        this.times = times;
        this.plans = plans;
        this.lines = lines;
        this.bans = bans;
        this.planning = planning;
        this.clock = clock;
    }

    PlanInput of(CountyId county, UnitId unit) {
        var earlier = plans.ready(county, unit);
        var orders = orders(county, unit);
        var standings = seats.of(county, orders.stream().map(ServiceSheet::id).toList());
        var policy = planning.policy(county);
        var look =
                supply.look(county, unit, orders.stream().map(ServiceSheet::id).toList());
        return new PlanInput(
                look,
                orders,
                standings,
                times.of(look, orders, standings, policy, clock.instant()),
                skills(county, orders),
                earlier.map(plan -> pinned(county, plan, orders)).orElse(Set.of()),
                earlier.map(plan -> bans.of(county, plan.id())).orElse(Set.of()),
                policy.get(Policy.PLAN_KEEPS_ASKED),
                DispatchWeights.of(policy),
                earlier.map(Plan::version).orElse(0));
    }

    private List<ServiceSheet> orders(CountyId county, UnitId unit) {
        var ids = waiting.toPlan(county, unit, MOST);
        var found = sheets.find(county, ids).stream().collect(Collectors.toMap(ServiceSheet::id, Function.identity()));
        return ids.stream()
                .flatMap(id -> Optional.ofNullable(found.get(id)).stream())
                .toList();
    }

    private Map<OrderId, String> skills(CountyId county, List<ServiceSheet> orders) {
        var projects = planning.projects(county);
        return orders.stream()
                .collect(Collectors.toMap(
                        ServiceSheet::id,
                        order -> Objects.requireNonNull(projects.get(Objects.requireNonNull(order.project())))
                                .skill()));
    }

    /** Of orders that still wait; whoever was sent or asked is among those asked, unless that was pinned too. */
    private Set<Pairing> pinned(CountyId county, Plan plan, List<ServiceSheet> orders) {
        var waiting = orders.stream().map(ServiceSheet::id).collect(Collectors.toSet());
        var pinned = new HashSet<Pairing>();
        for (var line : lines.of(county, plan.id())) {
            var volunteer = line.volunteer();
            if (volunteer != null && line.pinned() && line.holds() && waiting.contains(line.order())) {
                pinned.add(new Pairing(line.order(), volunteer));
            }
        }
        return pinned;
    }
}
