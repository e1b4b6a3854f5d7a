package feiyan.dispatch.plan;

import feiyan.dispatch.plan.PlanChange.Kind;
import feiyan.dispatch.pool.PlanMaker;
import feiyan.dispatch.pool.PlanMaker.Made;
import feiyan.orders.ServiceSheet;
import feiyan.platform.CountyId;
import feiyan.platform.Outcome;
import feiyan.platform.Transactions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/** Makes one plan, from the reading to the row: nothing of it is seen before all of it is there. */
@Component
class PlanWork {

    /** Somebody pinned or moved something while it was made; then it is made anew, but not for ever. */
    private static final int TRIES = 3;

    private final PlanReading reading;
    private final PlanMaker maker;
    private final OrderSeats seats;
    private final PlanRows rows;
    private final PlanSteps steps;
    private final LineWrites lines;
    private final PlanGaps gaps;
    private final PlanBans bans;
    private final PlanChanges changes;
    private final PlanNews news;
    private final Transactions transactions;
    private final InstantSource clock;

    PlanWork(
            PlanReading reading,
            PlanMaker maker,
            OrderSeats seats,
            PlanRows rows,
            PlanSteps steps,
            LineWrites lines,
            PlanGaps gaps,
            PlanBans bans,
            PlanChanges changes,
            PlanNews news,
            Transactions transactions,
            InstantSource clock) {
        this.reading = reading;
        this.maker = maker;
        this.seats = seats;
        this.rows = rows;
        this.steps = steps;
        this.lines = lines;
        this.gaps = gaps;
        this.bans = bans;
        this.changes = changes;
        this.news = news;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** @param stopped whether the best so far will do */
    void make(CountyId county, Plan plan, BooleanSupplier stopped) {
        var began = System.nanoTime();
        for (int left = TRIES; left > 0; left--) {
            var input = reading.of(county, plan.unit());
            reached(county, plan, PlanPhase.CHOOSING);
            var made = maker.plan(input.task(plan), stopped);
            reached(county, plan, PlanPhase.WRITING);
            boolean last = left == 1;
            var written = transactions.write(() -> write(county, plan, input, made, last, began));
            if (written instanceof Outcome.Done<Plan>) {
                break;
            }
        }
        news.changed(county);
    }

    private void reached(CountyId county, Plan plan, PlanPhase phase) {
        steps.reached(county, plan.id(), phase);
        news.changed(county);
    }

    private Outcome<Plan> write(CountyId county, Plan plan, PlanInput input, Made made, boolean whatever, long began) {
        var own = rows.hold(county, plan.id()).orElseThrow();
        if (own.state() != PlanState.MAKING) {
            return Outcome.done(own);
        }
        var earlier = rows.ready(county, plan.unit()).flatMap(old -> rows.hold(county, old.id()));
        if (!whatever
                && earlier.filter(old -> changes.touched(county, old.id(), input.seen()))
                        .isPresent()) {
            return Outcome.refused("plan.moved_on");
        }
        var now = clock.instant();
        earlier.ifPresent(old -> replace(county, old, plan, input, now));
        var orders = input.orders().stream().map(ServiceSheet::id).toList();
        var drawing = new PlanDrawing(input, made, seats.of(county, orders));
        lines.add(county, plan.id(), drawing.lines());
        gaps.add(county, plan.id(), drawing.gaps());
        steps.finish(
                county,
                plan.id(),
                figures(input, made, drawing, began, now),
                input.weights().toString());
        changes.add(county, plan.id(), own.version() + 1, Kind.FINISH, null, now);
        return Outcome.done(own);
    }

    private void replace(CountyId county, Plan old, Plan plan, PlanInput input, Instant now) {
        steps.move(county, old.id(), PlanState.READY, PlanState.REPLACED);
        changes.add(county, old.id(), old.version() + 1, Kind.REPLACE, plan.askedBy(), now);
        bans.takeOver(
                county,
                old.id(),
                plan.id(),
                input.orders().stream().map(ServiceSheet::id).toList());
    }

    private static Figures figures(PlanInput input, Made made, PlanDrawing drawing, long began, Instant now) {
        return new Figures(
                made.cost(),
                made.bound(),
                input.orders().size(),
                input.seats(),
                drawing.lines().size(),
                (int) Duration.ofNanos(System.nanoTime() - began).toMillis(),
                made.inputsDigest(),
                now);
    }
}
