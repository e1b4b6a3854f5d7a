package feiyan.dispatch.plan;

import feiyan.accounts.PersonId;
import feiyan.dispatch.plan.PlanChange.Kind;
import feiyan.platform.CountyId;
import feiyan.platform.Ids;
import feiyan.platform.Outcome;
import feiyan.platform.Transactions;
import feiyan.units.Actor;
import feiyan.units.UnitId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The dispatchers' door to plans: one button makes one, everybody in the subtree's charge sees the same. */
@Component
public class Plans {

    /** How many earlier plans a page shows. */
    public static final int PAGE = 20;

    /** Whoever made it longer ago than this is gone. */
    private static final Duration ABANDONED = Duration.ofMinutes(2);

    private final PlanGate gate;
    private final PlanRows rows;
    private final PlanSteps steps;
    private final PlanChanges changes;
    private final PlanRuns runs;
    private final Transactions transactions;
    private final InstantSource clock;

    Plans(
            PlanGate gate,
            PlanRows rows,
            PlanSteps steps,
            PlanChanges changes,
            PlanRuns runs,
            Transactions transactions,
            InstantSource clock) {
        this.gate = gate;
        this.rows = rows;
        this.steps = steps;
        this.changes = changes;
        this.runs = runs;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Begins to make a plan and returns; the board shows how far it is. What is agreed, pinned and banned stays.
     *
     * @param seen the plan on the screen; null where there was none
     */
    public Outcome<PlanId> make(Actor actor, UnitId unit, @Nullable PlanId seen) {
        if (!gate.dispatches(actor, unit)) {
            return Outcome.refused("plan.not_yours");
        }
        var county = actor.county();
        var now = clock.instant();
        steps.abandoned(county, unit, now.minus(ABANDONED)).forEach(id -> runs.fail(county, id));
        var id = new PlanId(Ids.next());
        var asked = transactions.write(() -> asked(county, id, unit, seen, actor.person()));
        if (asked instanceof Outcome.Done<PlanId>) {
            afterwards(() -> runs.start(county, id));
        }
        return asked;
    }

    /** When the row is there for others to see; never, where a caller takes all of it back. */
    private static void afterwards(Runnable start) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            start.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                start.run();
            }
        });
    }

    private Outcome<PlanId> asked(CountyId county, PlanId id, UnitId unit, @Nullable PlanId seen, PersonId by) {
        var standing = rows.ready(county, unit).map(Plan::id);
        if (!standing.equals(Optional.ofNullable(seen))) {
            return Outcome.refused("plan.replaced");
        }
        var now = clock.instant();
        steps.ask(county, id, unit, seen, by, now, id.value().getLeastSignificantBits());
        changes.add(county, id, 1, Kind.MAKE, by, now);
        return Outcome.done(id);
    }

    /** The best so far will do. */
    public Outcome<PlanId> stop(Actor actor, PlanId id) {
        return transactions
                .write(() -> gate.plan(actor, id).then(plan -> {
                    var now = clock.instant();
                    if (!steps.stop(actor.county(), id, now)) {
                        return Outcome.refused("plan.made_already");
                    }
                    var version = rows.find(actor.county(), id).orElseThrow().version();
                    changes.add(actor.county(), id, version, Kind.STOP, actor.person(), now);
                    return Outcome.done(id);
                }))
                .map(stopped -> {
                    runs.stop(stopped);
                    return stopped;
                });
    }

    /** The plan that stands for a unit; empty where there is none, and for whoever does not dispatch there. */
    public Optional<Plan> ready(Actor actor, UnitId unit) {
        return gate.dispatches(actor, unit) ? rows.ready(actor.county(), unit) : Optional.empty();
    }

    /** The one that is being made, or could not be. */
    public Optional<Plan> unready(Actor actor, UnitId unit) {
        return gate.dispatches(actor, unit) ? rows.unready(actor.county(), unit) : Optional.empty();
    }

    public Optional<Plan> find(Actor actor, PlanId id) {
        return gate.find(actor, id);
    }

    /** At most {@value #PAGE} that were made for a unit, the latest first. */
    public List<Plan> made(Actor actor, UnitId unit, @Nullable PlanId before) {
        return gate.dispatches(actor, unit) ? rows.made(actor.county(), unit, before, PAGE) : List.of();
    }
}
