package feiyan.dispatch.pool;

import feiyan.dispatch.ServiceRules;
import feiyan.platform.CountyId;
import feiyan.platform.OneLook;
import feiyan.platform.Outbox;
import feiyan.platform.Policies;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Everybody of one county who may be asked, in this instance's memory: facts of the rules, the engine's index per week.
 * Fed by the outbox: each look first reads what was told since the last one, by a cursor of its own, so that whoever
 * looks sees what was committed before.
 */
@Component
public class Pools {

    private static final Logger LOG = LoggerFactory.getLogger(Pools.class);

    /** A county whose dispatchers have gone home needs no memory. */
    private static final Duration KEPT_UNSEEN = Duration.ofHours(1);

    private final Outbox outbox;
    private final MemberRows rows;
    private final Touched touched;
    private final Policies policies;
    private final InstantSource clock;
    private final TransactionTemplate outside;
    private final Map<CountyId, PoolFeed> feeds = new ConcurrentHashMap<>();

    Pools(
            Outbox outbox,
            MemberRows rows,
            Touched touched,
            Policies policies,
            InstantSource clock,
            PlatformTransactionManager manager) {
        this.outbox = outbox;
        this.rows = rows;
        this.touched = touched;
        this.policies = policies;
        this.clock = clock;
        this.outside = new TransactionTemplate(manager);
        // what a transaction under way has written may be taken back: the pool must not learn it
        this.outside.setPropagationBehavior(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
    }

    /** Loads at first use; refreshed by the outbox's cursor. */
    public Pool of(CountyId county) {
        return OneLook.once(List.of("pool", county), () -> look(county));
    }

    private Pool look(CountyId county) {
        var now = clock.instant();
        var pool = feed(county).pool(LocalDate.ofInstant(now, ServiceRules.CHINA), now);
        pool.policy(policies.of(county));
        return pool;
    }

    private PoolFeed feed(CountyId county) {
        return feeds.computeIfAbsent(county, id -> new PoolFeed(id, outbox, rows, touched, outside));
    }

    /** The first look of a day reads everybody: begun, beside the caller, before somebody waits for it. */
    public void prepare(CountyId county) {
        if (!feed(county).isOf(LocalDate.ofInstant(clock.instant(), ServiceRules.CHINA))) {
            Thread.ofVirtual().name("pool").start(() -> read(county));
        }
    }

    private void read(CountyId county) {
        try {
            of(county);
        } catch (RuntimeException failure) {
            LOG.warn("the pool could not be read ahead; whoever looks first reads it", failure);
        }
    }

    @Scheduled(fixedDelayString = "PT10M")
    void forgetUnseen() {
        var since = clock.instant().minus(KEPT_UNSEEN);
        feeds.values().removeIf(feed -> feed.isUnseenSince(since));
    }
}
