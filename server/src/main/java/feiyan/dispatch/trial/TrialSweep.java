package feiyan.dispatch.trial;

import feiyan.platform.CountyId;
import feiyan.platform.DbTime;
import feiyan.platform.Outcome;
import feiyan.platform.Tenants;
import feiyan.platform.Transactions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Forgets old trials: they name people who were never asked. */
@Component
class TrialSweep {

    static final Duration KEPT = Duration.ofDays(30);

    private static final Logger LOG = LoggerFactory.getLogger(TrialSweep.class);

    /** What came of a trial goes before it. */
    private static final List<String> PARTS = List.of("weight_trial_change", "weight_trial_side", "weight_trial_value");

    private final JdbcClient db;
    private final Tenants tenants;
    private final Transactions transactions;
    private final InstantSource clock;

    TrialSweep(JdbcClient db, Tenants tenants, Transactions transactions, InstantSource clock) {
        this.db = db;
        this.tenants = tenants;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 11, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void sweep() {
        for (var county : tenants.all()) {
            try {
                transactions.write(() -> Outcome.done(forget(county))).orThrow();
            } catch (RuntimeException failure) {
                LOG.error("Old trials of county {} stay until the next look", county, failure);
            }
        }
    }

    private int forget(CountyId county) {
        var before = DbTime.of(clock.instant().minus(KEPT));
        for (var part : PARTS) {
            db.sql("delete from " + part + " p where p.county_id = :county and p.trial_id in ("
                            + "select t.id from weight_trial t where t.county_id = :county and t.asked_at < :before)")
                    .param("county", county.value())
                    .param("before", before)
                    .update();
        }
        return db.sql("delete from weight_trial where county_id = :county and asked_at < :before")
                .param("county", county.value())
                .param("before", before)
                .update();
    }
}
