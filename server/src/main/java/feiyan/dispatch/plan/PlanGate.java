package feiyan.dispatch.plan;

import feiyan.platform.Outcome;
import feiyan.units.Actor;
import feiyan.units.Role;
import feiyan.units.UnitId;
import feiyan.units.Units;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Who may see and change a unit's plan: dispatchers in whose subtree it lies. To everybody else there is none. */
@Component
class PlanGate {

    private final Units units;
    private final PlanRows rows;
    private final PlanLines lines;

    PlanGate(Units units, PlanRows rows, PlanLines lines) {
        this.units = units;
        this.rows = rows;
        this.lines = lines;
    }

    boolean dispatches(Actor actor, UnitId unit) {
        return units.reaches(actor, unit, Role.DISPATCHER);
    }

    Optional<Plan> find(Actor actor, PlanId id) {
        return rows.find(actor.county(), id).filter(plan -> dispatches(actor, plan.unit()));
    }

    Outcome<Plan> plan(Actor actor, PlanId id) {
        return find(actor, id).map(Outcome::done).orElseGet(() -> Outcome.refused("plan.not_yours"));
    }

    /** The plan, held until the transaction ends; refused where a later one stands. */
    Outcome<Plan> held(Actor actor, PlanId id) {
        return plan(actor, id).then(plan -> {
            var held = rows.hold(actor.county(), id).orElseThrow();
            return held.state() == PlanState.READY ? Outcome.done(held) : Outcome.refused("plan.replaced");
        });
    }

    /**
     * A line as it is now, the plan held; refused where somebody changed it since, or somebody was asked.
     *
     * @param seen the plan's version on the screen
     */
    Outcome<PlanLine> changeable(Actor actor, PlanId plan, int seen, int number) {
        return held(actor, plan).then(held -> line(actor, plan, seen, number));
    }

    /** One that is there, the plan held. */
    PlanLine line(Actor actor, PlanId plan, int number) {
        return lines.find(actor.county(), plan, number).orElseThrow();
    }

    private Outcome<PlanLine> line(Actor actor, PlanId plan, int seen, int number) {
        var line = lines.find(actor.county(), plan, number);
        if (line.isEmpty()) {
            return Outcome.refused("plan.no_line");
        }
        if (line.get().state().isOut()) {
            return Outcome.refused("plan.line_sent");
        }
        return line.get().version() > seen ? Outcome.refused("plan.line_moved_on") : Outcome.done(line.get());
    }
}
