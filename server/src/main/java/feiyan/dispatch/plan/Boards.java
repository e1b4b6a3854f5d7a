package feiyan.dispatch.plan;

import feiyan.orders.OrderId;
import feiyan.orders.ServiceSheet;
import feiyan.orders.ServiceSheets;
import feiyan.platform.CountyId;
import feiyan.units.Actor;
import feiyan.units.UnitId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Plans to look at: a handful of queries for any number of lines. */
@Component
public class Boards {

    /** What is shown of the changes at most. */
    public static final int MOST_CHANGES = PlanChanges.MOST;

    private final PlanGate gate;
    private final PlanLines lines;
    private final PlanGaps gaps;
    private final PlanChanges changes;
    private final OrdersToPlan waiting;
    private final ServiceSheets sheets;

    Boards(
            PlanGate gate,
            PlanLines lines,
            PlanGaps gaps,
            PlanChanges changes,
            OrdersToPlan waiting,
            ServiceSheets sheets) {
        this.gate = gate;
        this.lines = lines;
        this.gaps = gaps;
        this.changes = changes;
        this.waiting = waiting;
        this.sheets = sheets;
    }

    /** Empty for whoever does not dispatch there. What has become confidential since is left out. */
    public Optional<Board> of(Actor actor, PlanId id) {
        return gate.find(actor, id).map(plan -> board(actor.county(), plan));
    }

    private Board board(CountyId county, Plan plan) {
        var all = lines.of(county, plan.id());
        var missing = gaps.of(county, plan.id());
        var ids = Stream.concat(
                        all.stream().map(PlanLine::order), missing.stream().map(PlanGap::order))
                .distinct()
                .toList();
        var orders = open(county, ids);
        return new Board(
                plan,
                all.stream().filter(line -> orders.containsKey(line.order())).toList(),
                missing.stream().filter(gap -> orders.containsKey(gap.order())).toList(),
                orders,
                waiting.newSince(county, plan.unit(), plan.id()));
    }

    private Map<OrderId, ServiceSheet> open(CountyId county, List<OrderId> ids) {
        return sheets.find(county, ids).stream()
                .filter(order -> !order.confidential())
                .collect(Collectors.toMap(ServiceSheet::id, Function.identity()));
    }

    /** One line with its order. */
    public Optional<PlanLine> line(Actor actor, PlanId plan, int number) {
        return gate.find(actor, plan)
                .flatMap(found -> lines.find(actor.county(), plan, number))
                .filter(line -> open(actor.county(), List.of(line.order())).containsKey(line.order()));
    }

    /** What people made of it, the latest first; the oldest of very many are left out. */
    public List<PlanChange> changes(Actor actor, PlanId plan) {
        return gate.find(actor, plan)
                .map(found -> changes.of(actor.county(), plan))
                .orElse(List.of());
    }

    /** How many orders wait in a unit's subtree with seats that nobody was asked for. */
    public int waiting(Actor actor, UnitId unit) {
        return gate.dispatches(actor, unit) ? waiting.count(actor.county(), unit) : 0;
    }

    /** Those that stand on no plan: a number and nothing else. */
    public int confidential(Actor actor, UnitId unit) {
        return gate.dispatches(actor, unit) ? waiting.confidential(actor.county(), unit) : 0;
    }
}
