package feiyan.dispatch.plan;

import feiyan.cast.Village;
import feiyan.platform.AppClock;
import feiyan.platform.Ids;
import feiyan.platform.Outcome;
import feiyan.platform.Refusal;
import feiyan.platform.Transactions;
import feiyan.units.Actor;
import feiyan.units.UnitId;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** A dispatcher at the board of a village: presses, waits, looks. */
public final class PlanDesk {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long SEED = 20260617;

    private final UnitId unit;
    private final Actor dispatcher;
    private final Plans plans;
    private final Boards boards;
    private final Village village;

    public PlanDesk(Village village) {
        this(village, village.clerk, village.station);
    }

    public PlanDesk(Village village, Actor dispatcher, UnitId unit) {
        this.unit = unit;
        this.dispatcher = dispatcher;
        this.plans = village.the(Plans.class);
        this.boards = village.the(Boards.class);
        this.village = village;
    }

    /** Presses the button and waits for the plan. */
    public Board plan() {
        var id = plans.make(dispatcher, unit, standing().orElse(null)).orThrow();
        return made(id);
    }

    /** As {@link #plan()}, on this thread: a clock that was moved for the caller holds for the making too. */
    public Board planHere() {
        var id = new PlanId(Ids.next());
        var now = village.the(AppClock.class).instant();
        village.the(Transactions.class)
                .write(() -> {
                    village.the(PlanSteps.class)
                            .ask(village.county, id, unit, standing().orElse(null), dispatcher.person(), now, SEED);
                    return Outcome.done(id);
                })
                .orThrow();
        village.the(PlanWork.class)
                .make(village.county, plans.find(dispatcher, id).orElseThrow(), () -> false);
        return look(id);
    }

    public Optional<PlanId> standing() {
        return plans.ready(dispatcher, unit).map(Plan::id);
    }

    /** Waits until it is made, or could not be. */
    public Board made(PlanId id) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (plans.find(dispatcher, id).orElseThrow().state() == PlanState.MAKING) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("the plan is not made after " + PATIENCE);
            }
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
        return look(id);
    }

    public Board look(PlanId id) {
        return boards.of(dispatcher, id).orElseThrow();
    }

    public static List<PlanLine> in(Board board, LineState state) {
        return board.lines().stream().filter(line -> line.state() == state).toList();
    }

    public static String refusal(Outcome<?> outcome) {
        return switch (outcome) {
            case Outcome.Done<?> done -> "done: " + done.value();
            case Outcome.Refused<?>(Refusal why) -> Objects.requireNonNull(why).code();
        };
    }
}
