package feiyan.platform;

import feiyan.platform.OutboxQueue.Claimed;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Hands each row of the outbox to its handlers, once. Any number of instances may run it: a row belongs to whoever
 * locked it first, for as long as that transaction lives. An instance that dies in the middle leaves nothing behind,
 * and another one does the work.
 */
@Component
public class OutboxWorker {

    /** With the waits below: given up after about seven hours. */
    static final int ATTEMPTS = 10;

    private static final Logger LOG = LoggerFactory.getLogger(OutboxWorker.class);
    /** Few enough that a slow handler does not keep a transaction open for long. */
    private static final int AT_ONCE = 20;

    private static final Duration FIRST_WAIT = Duration.ofSeconds(10);
    private static final Duration LONGEST_WAIT = Duration.ofHours(2);

    private final OutboxQueue queue;
    private final Tenants tenants;
    private final Policies policies;
    private final List<OutboxHandler> handlers;
    private final InstantSource clock;
    private final Closing closing;
    private final TransactionTemplate batch;
    private final TransactionTemplate single;

    OutboxWorker(
            OutboxQueue queue,
            Tenants tenants,
            Policies policies,
            List<OutboxHandler> handlers,
            InstantSource clock,
            Closing closing,
            PlatformTransactionManager manager) {
        this.queue = queue;
        this.tenants = tenants;
        this.policies = policies;
        this.handlers = handlers;
        this.clock = clock;
        this.closing = closing;
        this.batch = new TransactionTemplate(manager);
        this.single = new TransactionTemplate(manager);
        // A savepoint for each row: one failure takes nothing from the others.
        this.single.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /** Works off what is due in all counties. One county's trouble does not keep the others waiting. */
    @Scheduled(fixedDelayString = "${feiyan.outbox.every:500ms}")
    public void work() {
        for (var county : tenants.all()) {
            try {
                workOff(county);
            } catch (RuntimeException failure) {
                LOG.error("The outbox of county {} was interrupted; its rows come again", county, failure);
            }
        }
    }

    private void workOff(CountyId county) {
        int claimed;
        do {
            claimed = workBatch(county);
        } while (claimed == AT_ONCE && !closing.begun());
    }

    /** One transaction's worth of rows; the number of rows claimed. */
    int workBatch(CountyId county) {
        return Objects.requireNonNull(batch.execute(status -> {
            var claimed = queue.claim(county, clock.instant(), AT_ONCE);
            var done = new ArrayList<UUID>();
            for (var each : claimed) {
                if (handled(each)) {
                    done.add(each.row().id());
                }
            }
            queue.done(county, done, clock.instant());
            return claimed.size();
        }));
    }

    /** What nobody could do: for the administrators to see. */
    public List<OutboxRow> givenUp(CountyId county) {
        return queue.givenUp(county);
    }

    /** Tries again what was given up, once its cause is gone; the number of rows. */
    public int tryAgain(CountyId county) {
        return queue.revive(county, clock.instant());
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT5M")
    void purge() {
        for (var county : tenants.all()) {
            var days = policies.of(county).get(Policy.OUTBOX_DAYS);
            queue.purge(county, clock.instant().minus(Duration.ofDays(days)));
        }
    }

    private boolean handled(Claimed claimed) {
        try (var _ = MDC.putCloseable("outbox.row", claimed.row().id().toString())) {
            single.executeWithoutResult(status -> handle(claimed.row()));
            return true;
        } catch (RuntimeException failure) {
            // no row is to blame for a full disk: all come again, and none is nearer to its last try
            if (DatabaseAway.is(failure)) {
                throw failure;
            }
            putOff(claimed, failure);
            return false;
        }
    }

    private void handle(OutboxRow row) {
        for (var handler : handlers) {
            if (handler.kinds().contains(row.kind())) {
                handler.handle(row);
            }
        }
    }

    private void putOff(Claimed claimed, RuntimeException failure) {
        var row = claimed.row();
        if (claimed.attempts() + 1 >= ATTEMPTS) {
            LOG.error("Given up after {} attempts: {}", ATTEMPTS, row, failure);
            queue.giveUp(row.county(), row.id());
        } else {
            var wait = wait(claimed.attempts());
            LOG.warn("Failed, comes again in {}: {}: {}", wait, row, failure.toString());
            queue.postpone(row.county(), row.id(), clock.instant().plus(wait));
        }
    }

    /** Ten seconds, then three times as long each time, at most two hours. */
    static Duration wait(int attemptsSoFar) {
        var wait = FIRST_WAIT.multipliedBy((long) Math.pow(3, attemptsSoFar));
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }
}
