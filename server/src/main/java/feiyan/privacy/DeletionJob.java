package feiyan.privacy;

import feiyan.accounts.Erasures;
import feiyan.accounts.PersonId;
import feiyan.platform.AuditAct;
import feiyan.platform.AuditKind;
import feiyan.platform.AuditLog;
import feiyan.platform.CountyId;
import feiyan.platform.Outcome;
import feiyan.platform.Tenants;
import feiyan.platform.Transactions;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Forgets those whose days are over. Whoever takes part in something again stays until that has ended; what was
 * interrupted is taken up again. Two instances at once do the same twice, which changes nothing.
 */
@Component
class DeletionJob {

    private static final Logger LOG = LoggerFactory.getLogger(DeletionJob.class);
    private static final int AT_ONCE = 50;

    private final DeletionRows rows;
    private final Erasures erasures;
    private final Tenants tenants;
    private final Transactions transactions;
    private final AuditLog audit;
    private final InstantSource clock;

    DeletionJob(
            DeletionRows rows,
            Erasures erasures,
            Tenants tenants,
            Transactions transactions,
            AuditLog audit,
            InstantSource clock) {
        this.audit = audit;
        this.rows = rows;
        this.erasures = erasures;
        this.tenants = tenants;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 3, fixedDelay = 10, timeUnit = TimeUnit.MINUTES)
    void run() {
        tenants.all().forEach(this::run);
    }

    /** @return how many were forgotten */
    int run(CountyId county) {
        int all = 0;
        var after = new UUID(0, 0);
        List<Deletion> some;
        do {
            some = rows.due(county, clock.instant(), after, AT_ONCE);
            all += (int) some.stream()
                    .filter(deletion -> forgotten(county, deletion))
                    .count();
            after = some.isEmpty() ? after : some.getLast().id().value();
        } while (some.size() == AT_ONCE);
        return all;
    }

    /** One person's trouble does not keep the others waiting. */
    private boolean forgotten(CountyId county, Deletion deletion) {
        try {
            if (begin(county, deletion) instanceof Outcome.Refused<PersonId>) {
                return false;
            }
            erasures.finish(county, deletion.person());
            transactions.write(() -> Outcome.done(done(county, deletion))).orThrow();
            return true;
        } catch (RuntimeException failure) {
            LOG.error("A deletion of county {} was interrupted; it goes on with the next look", county, failure);
            return false;
        }
    }

    private Deletion done(CountyId county, Deletion deletion) {
        if (rows.done(county, deletion, clock.instant())) {
            audit.record(
                    county,
                    AuditAct.of(AuditKind.ERASED, null)
                            .to("person", deletion.person().value())
                            .with(deletion.reason().name()));
        }
        return deletion;
    }

    private Outcome<PersonId> begin(CountyId county, Deletion deletion) {
        return transactions.write(() -> rows.begin(county, deletion, clock.instant())
                ? erasures.begin(county, deletion.person())
                : Outcome.refused("deletion.withdrawn"));
    }
}
