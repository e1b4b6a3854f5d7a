package feiyan.dispatch.trial;

import feiyan.dispatch.engine.Weights;
import feiyan.dispatch.pool.PastOrder;
import feiyan.dispatch.pool.PastPlans;
import feiyan.dispatch.pool.Replayed;
import feiyan.platform.CountyId;
import feiyan.platform.Outcome;
import feiyan.platform.Transactions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Plans the past twice, in the background: with the weights that hold, and with those that somebody would like. */
@Component
class TrialRun {

    static final Duration BACK = Duration.ofDays(30);

    private static final Logger LOG = LoggerFactory.getLogger(TrialRun.class);

    /** Reading what there is to plan is a tenth of it. */
    private static final int READ = 10;

    private static final int HALF = 45;

    private final PastOrders past;
    private final PastPlans plans;
    private final TrialRows rows;
    private final Transactions transactions;

    TrialRun(PastOrders past, PastPlans plans, TrialRows rows, Transactions transactions) {
        this.past = past;
        this.plans = plans;
        this.rows = rows;
        this.transactions = transactions;
    }

    record Task(CountyId county, WeightTrialId id, Weights held, Weights tried, Instant at) {}

    /** Begins once the trial is there for everybody to see; what is taken back is never begun. */
    void afterCommit(Task task) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                Thread.ofVirtual().name("weight-trial").start(() -> run(task));
            }
        });
    }

    void run(Task task) {
        try {
            var found = past.since(task.county(), task.at().minus(BACK), task.at());
            rows.gotOn(task.county(), task.id(), READ);
            var held = replayed(task, found.orders(), task.held(), READ);
            var tried = replayed(task, found.orders(), task.tried(), READ + HALF);
            var comparison = Comparison.of(found.orders(), held, tried);
            transactions
                    .write(() -> Outcome.done(rows.finish(task.county(), task.id(), found, comparison)))
                    .orThrow();
        } catch (RuntimeException failure) {
            LOG.error("weight trial {} failed", task.id().value(), failure);
            rows.fail(task.county(), task.id());
        }
    }

    private Replayed replayed(Task task, List<PastOrder> orders, Weights weights, int begun) {
        return plans.of(
                task.county(),
                orders,
                weights,
                share -> rows.gotOn(task.county(), task.id(), begun + (int) (HALF * share)));
    }
}
