package feiyan.audit;

import feiyan.platform.AuditAct;
import feiyan.platform.AuditKind;
import feiyan.platform.AuditLog;
import feiyan.platform.CountyId;
import feiyan.platform.Outcome;
import feiyan.platform.Policies;
import feiyan.platform.Policy;
import feiyan.platform.Retained;
import feiyan.platform.Tenants;
import feiyan.platform.Transactions;
import feiyan.units.Actor;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Lets go what was kept long enough, once a county has decided so; and shows beforehand what that would be. Each batch
 * is a transaction of its own: what was cut short goes on the next night, and two instances do nothing twice.
 */
@Component
public class Retention {

    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);
    private static final int AT_ONCE = 200;

    private final List<Retained> kinds;
    private final CenterOffice office;
    private final Policies policies;
    private final Tenants tenants;
    private final Transactions transactions;
    private final AuditLog audit;
    private final InstantSource clock;

    Retention(
            ObjectProvider<Retained> kinds,
            CenterOffice office,
            Policies policies,
            Tenants tenants,
            Transactions transactions,
            AuditLog audit,
            InstantSource clock) {
        this.kinds = kinds.orderedStream()
                .sorted(Comparator.comparing(Retained::kind))
                .toList();
        this.office = office;
        this.policies = policies;
        this.tenants = tenants;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What would go.
     *
     * @param key the setting that decides
     * @param days what is tried, or what holds
     */
    public record Line(
            String kind,
            String key,
            int days,
            int least,
            int most,
            long number,
            @Nullable Instant oldest,
            @Nullable Instant newest) {}

    /** @param on whether it runs at night */
    public record Plan(boolean on, List<Line> lines) {}

    /**
     * Changes nothing.
     *
     * @param tried days by setting, where others are to be tried than hold
     */
    public Outcome<Plan> dryRun(Actor actor, Map<String, Integer> tried) {
        return office.of(actor).map(center -> {
            var policy = policies.of(actor.county());
            var lines = kinds.stream()
                    .map(kind -> line(actor.county(), kind, days(kind, policy, tried)))
                    .toList();
            return new Plan(policy.get(Policy.RETENTION), lines);
        });
    }

    /** What no county may decide is not tried either. */
    private static int days(Retained kind, Policy policy, Map<String, Integer> tried) {
        var other = tried.get(kind.days().key());
        return other != null && kind.days().allowsText(other.toString()) ? other : policy.get(kind.days());
    }

    private Line line(CountyId county, Retained kind, int days) {
        var due = kind.due(county, before(days));
        var setting = kind.days();
        return new Line(
                kind.kind(),
                setting.key(),
                days,
                setting.least() == null ? 0 : setting.least(),
                setting.most() == null ? 0 : setting.most(),
                due.number(),
                due.oldest(),
                due.newest());
    }

    private Instant before(int days) {
        return clock.instant().minus(Duration.ofDays(days));
    }

    /** At night, when nobody waits for the tables. */
    @Scheduled(cron = "0 20 2 * * *", zone = "Asia/Shanghai")
    void runAll() {
        for (var county : tenants.all()) {
            try {
                run(county);
            } catch (RuntimeException failure) {
                LOG.error("Retention of county {} was cut short; it goes on the next night", county, failure);
            }
        }
    }

    /** The number of rows that went; none where the county has not switched it on. */
    public long run(CountyId county) {
        var policy = policies.of(county);
        if (!policy.get(Policy.RETENTION)) {
            return 0;
        }
        var gone = new TreeMap<String, Integer>();
        try {
            kinds.forEach(kind -> letGo(county, kind, before(policy.get(kind.days())), gone));
        } finally {
            noteDown(county, gone);
        }
        return gone.values().stream().mapToLong(Integer::longValue).sum();
    }

    /** What is committed stands in the audit, whatever came after it. */
    private void noteDown(CountyId county, Map<String, Integer> gone) {
        if (!gone.isEmpty()) {
            var numbers = gone.entrySet().stream().map(kind -> kind.getKey() + ":" + kind.getValue());
            audit.record(county, AuditAct.of(AuditKind.RETENTION_RUN, null).with(numbers.toArray(String[]::new)));
        }
    }

    /** One kind's trouble does not keep the others. */
    private void letGo(CountyId county, Retained kind, Instant before, Map<String, Integer> all) {
        try {
            int gone = letGo(county, kind, before);
            while (gone > 0) {
                all.merge(kind.kind(), gone, Integer::sum);
                gone = letGo(county, kind, before);
            }
        } catch (RuntimeException failure) {
            LOG.error(
                    "{} of county {} stay for now; they are tried again the next night", kind.kind(), county, failure);
        }
    }

    private int letGo(CountyId county, Retained kind, Instant before) {
        return kind.oneByOne()
                ? kind.letGo(county, before, AT_ONCE)
                : transactions
                        .write(() -> Outcome.done(kind.letGo(county, before, AT_ONCE)))
                        .orThrow();
    }
}
