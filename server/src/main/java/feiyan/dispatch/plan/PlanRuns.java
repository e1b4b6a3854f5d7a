package feiyan.dispatch.plan;

import feiyan.dispatch.plan.PlanChange.Kind;
import feiyan.platform.CountyId;
import feiyan.platform.Outcome;
import feiyan.platform.Transactions;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The plans that this instance is making, each on a thread of its own. */
@Component
class PlanRuns {

    private static final Logger LOG = LoggerFactory.getLogger(PlanRuns.class);

    /** How often another instance's word that the best so far will do is looked for. */
    private static final Duration LOOK = Duration.ofMillis(200);

    /** A server that stops waits no longer than this for a plan under way. */
    private static final Duration TO_END = Duration.ofSeconds(5);

    private record Run(Thread thread, AtomicBoolean stop) {}

    private final PlanWork work;
    private final PlanRows rows;
    private final PlanSteps steps;
    private final PlanChanges changes;
    private final PlanNews news;
    private final Transactions transactions;
    private final InstantSource clock;
    private final Map<PlanId, Run> running = new ConcurrentHashMap<>();

    PlanRuns(
            PlanWork work,
            PlanRows rows,
            PlanSteps steps,
            PlanChanges changes,
            PlanNews news,
            Transactions transactions,
            InstantSource clock) {
        this.work = work;
        this.rows = rows;
        this.steps = steps;
        this.changes = changes;
        this.news = news;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Returns at once. Call it when the plan's row is there for others to see. */
    void start(CountyId county, PlanId id) {
        var stop = new AtomicBoolean();
        var thread = Thread.ofVirtual().name("plan-" + id.value()).unstarted(() -> run(county, id, stop));
        running.put(id, new Run(thread, stop));
        thread.start();
    }

    /** Here at once; on another instance at its next look. */
    void stop(PlanId id) {
        var run = running.get(id);
        if (run != null) {
            run.stop().set(true);
        }
    }

    private void run(CountyId county, PlanId id, AtomicBoolean stop) {
        boolean made = false;
        try {
            var plan = rows.find(county, id).orElseThrow();
            work.make(county, plan, new StopAsked(stop, LOOK, () -> steps.isStopAsked(county, id)));
            made = true;
        } catch (RuntimeException failure) {
            LOG.error("plan {} could not be made", id.value(), failure);
        } finally {
            running.remove(id);
            if (!made) {
                fail(county, id);
                news.changed(county);
            }
        }
    }

    /** It could not be made, or its maker is gone. */
    void fail(CountyId county, PlanId id) {
        transactions.write(() -> {
            if (steps.move(county, id, PlanState.MAKING, PlanState.FAILED)) {
                int version = rows.find(county, id).orElseThrow().version();
                changes.add(county, id, version, Kind.FAIL, null, clock.instant());
            }
            return Outcome.done(id);
        });
    }

    @PreDestroy
    void end() throws InterruptedException {
        var all = running.values().stream().toList();
        all.forEach(run -> run.stop().set(true));
        for (var run : all) {
            run.thread().join(TO_END);
        }
    }
}
