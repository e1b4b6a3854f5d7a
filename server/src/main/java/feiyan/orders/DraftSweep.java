package feiyan.orders;

import feiyan.platform.CountyId;
import feiyan.platform.Outcome;
import feiyan.platform.Policies;
import feiyan.platform.Policy;
import feiyan.platform.Tenants;
import feiyan.platform.Transactions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Erases drafts that nobody went on with, photos and voice with them. */
@Component
class DraftSweep {

    private static final Logger LOG = LoggerFactory.getLogger(DraftSweep.class);
    private static final int AT_ONCE = 100;

    private final DraftRows drafts;
    private final MediaRows media;
    private final Policies policies;
    private final Tenants tenants;
    private final Transactions transactions;
    private final InstantSource time;

    DraftSweep(
            DraftRows drafts,
            MediaRows media,
            Policies policies,
            Tenants tenants,
            Transactions transactions,
            InstantSource time) {
        this.drafts = drafts;
        this.media = media;
        this.policies = policies;
        this.tenants = tenants;
        this.transactions = transactions;
        this.time = time;
    }

    @Scheduled(initialDelay = 7, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void sweep() {
        for (var county : tenants.all()) {
            try {
                while (sweep(county) == AT_ONCE) {
                    LOG.debug("More drafts to erase in county {}", county);
                }
            } catch (RuntimeException failure) {
                LOG.error("Old drafts of county {} stay until the next look", county, failure);
            }
        }
    }

    /** @return how many were erased, at most {@value #AT_ONCE} */
    int sweep(CountyId county) {
        var days = policies.of(county).get(Policy.DRAFT_DAYS);
        var before = time.instant().minus(Duration.ofDays(days));
        return transactions
                .write(() -> {
                    var forgotten = drafts.forgotten(county, before, AT_ONCE);
                    media.deleteOf(county, forgotten);
                    drafts.delete(county, forgotten);
                    return Outcome.done(forgotten.size());
                })
                .orThrow();
    }
}
