package feiyan.dispatch.plan;

import feiyan.accounts.PersonId;
import feiyan.dispatch.PlannedService;
import feiyan.dispatch.Planning;
import feiyan.dispatch.ReasonFacts;
import feiyan.dispatch.ServiceRules;
import feiyan.dispatch.engine.Weights;
import feiyan.dispatch.pool.PlanMaker.Pairing;
import feiyan.dispatch.pool.Pool;
import feiyan.dispatch.pool.Suggestion;
import feiyan.dispatch.pool.Suggestions;
import feiyan.menu.Project;
import feiyan.menu.ProjectId;
import feiyan.orders.OrderId;
import feiyan.orders.ServiceSheet;
import feiyan.platform.CountyId;
import feiyan.units.UnitId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** One line of a plan among all others: who else could take it, whom that displaces, and who steps in there. */
final class PlanScene {

    /** So many are looked at for a seat that becomes free. */
    private static final int STEP_IN = 10;

    private final CountyId county;
    private final UnitId unit;
    private final PlanLine line;
    private final Map<OrderId, ServiceSheet> orders;
    private final PlanLoad load;
    private final Set<Pairing> bans;
    private final Weights weights;
    private final Map<ProjectId, Project> projects;
    private final Pool pool;
    private final Suggestions suggestions;

    PlanScene(
            CountyId county,
            UnitId unit,
            PlanLine line,
            Map<OrderId, ServiceSheet> orders,
            PlanLoad load,
            Set<Pairing> bans,
            Weights weights,
            Map<ProjectId, Project> projects,
            Pool pool,
            Suggestions suggestions) {
        this.county = county;
        this.unit = unit;
        this.line = line;
        this.orders = orders;
        this.load = load;
        this.bans = bans;
        this.weights = weights;
        this.projects = projects;
        this.pool = pool;
        this.suggestions = suggestions;
    }

    /** The cheapest who may be asked and whom the plan does not have on this order already. */
    List<Suggestion> suggestions(int most) {
        return comeIntoQuestion(line, most).toList();
    }

    private Stream<Suggestion> comeIntoQuestion(PlanLine seat, int most) {
        return suggestions.best(county, unit, sheet(seat.order()), seat.time(), most).stream()
                .filter(one -> !bans.contains(new Pairing(seat.order(), one.volunteer())))
                .filter(one -> !load.names(one.volunteer(), seat));
    }

    /** What comes of giving the line to somebody; empty where what they have to keep does not let them. */
    Optional<Alternative> moved(Suggestion to) {
        return givenUp(to.volunteer()).map(lost -> {
            var displaced =
                    lost.stream().map(other -> displaced(other, to.volunteer())).toList();
            long change = ownChange(to, lost.size())
                    + displaced.stream().mapToLong(Displaced::change).sum();
            var facts =
                    ReasonFacts.of(to, to.volunteer().equals(sheet(line.order()).named()));
            return new Alternative(to, facts, change, displaced);
        });
    }

    /** The fewest of their other lines that make room, the nearest in time first. */
    private Optional<List<PlanLine>> givenUp(PersonId person) {
        var own = load.of(person);
        if (fits(person, line, own)) {
            return Optional.of(List.of());
        }
        var free = own.stream()
                .filter(other -> !other.state().isOut() && !other.pinned())
                .sorted(Comparator.comparing((PlanLine other) -> Duration.between(
                                other.time().from(), line.time().from())
                        .abs()))
                .toList();
        var lost = new ArrayList<PlanLine>();
        for (var other : free) {
            if (fits(person, line, without(own, List.of(other)))) {
                return Optional.of(List.of(other));
            }
            lost.add(other);
            if (fits(person, line, without(own, lost))) {
                return Optional.of(lost);
            }
        }
        return Optional.empty();
    }

    private Displaced displaced(PlanLine other, PersonId from) {
        var stepIn = comeIntoQuestion(other, STEP_IN)
                .filter(one -> !one.volunteer().equals(from))
                .filter(one -> fits(one.volunteer(), other, load.of(one.volunteer())))
                .findFirst();
        long change =
                stepIn.map(one -> one.cost() + again(one.volunteer(), other)).orElseGet(() -> openSeat(other))
                        - other.cost();
        return new Displaced(other.number(), other.order(), from, stepIn.orElse(null), change);
    }

    /** Of this line alone: who comes instead of whom, and what one task more or less costs each. */
    private long ownChange(Suggestion to, int lost) {
        long before = line.volunteer() == null ? openSeat(line) : line.cost() + again(line.volunteer(), line, 1);
        return to.cost() + again(to.volunteer(), line, lost) - before;
    }

    private long again(PersonId person, PlanLine seat) {
        return again(person, seat, 0);
    }

    /** What a task costs more because it is not their first of the week. */
    private long again(PersonId person, PlanLine seat, int less) {
        int others = load.tasks(person, ServiceRules.week(seat.time().from())) - less;
        return (long) weights.again() * Math.max(0, others);
    }

    private long openSeat(PlanLine seat) {
        var prices = weights.openSeat();
        return sheet(seat.order()).urgent() ? prices.getLast() : prices.getFirst();
    }

    private boolean fits(PersonId person, PlanLine seat, List<PlanLine> kept) {
        var service = service(seat);
        return pool.member(person)
                .filter(member ->
                        load.against(member, seat.order(), service, kept).isEmpty())
                .isPresent();
    }

    private PlannedService service(PlanLine seat) {
        var order = sheet(seat.order());
        var project = Objects.requireNonNull(projects.get(Objects.requireNonNull(order.project())));
        return Planning.service(project, order, seat.time());
    }

    private ServiceSheet sheet(OrderId order) {
        return Objects.requireNonNull(orders.get(order));
    }

    private static List<PlanLine> without(List<PlanLine> all, List<PlanLine> some) {
        return all.stream().filter(one -> !some.contains(one)).toList();
    }
}
