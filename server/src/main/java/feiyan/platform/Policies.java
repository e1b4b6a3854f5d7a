package feiyan.platform;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The counties' own settings. Who may change them is decided by whoever asks on a person's behalf. */
@Component
public class Policies {

    private final JdbcClient db;
    private final InstantSource clock;
    private final Transactions transactions;
    private final PolicyChanges changes;
    private final ApplicationEventPublisher events;
    private final AuditLog audit;
    private final CountyCache<Policy> policies = new CountyCache<>(this::read);

    Policies(
            JdbcClient db,
            InstantSource clock,
            Transactions transactions,
            PolicyChanges changes,
            ApplicationEventPublisher events,
            AuditLog audit) {
        this.db = db;
        this.clock = clock;
        this.transactions = transactions;
        this.changes = changes;
        this.events = events;
        this.audit = audit;
    }

    /**
     * What a county decided about one setting.
     *
     * @param by null where no person did it
     */
    public record Decision(String value, @Nullable UUID by, Instant at) {}

    /** As it is now on this instance; another one's change may be a second old before it is seen. */
    public Policy of(CountyId county) {
        return policies.of(county);
    }

    private Policy read(CountyId county) {
        var decided = new HashMap<String, String>();
        db.sql("select key, value from policy where county_id = :county")
                .param("county", county.value())
                .query(row -> {
                    decided.put(row.getString("key"), row.getString("value"));
                });
        return new Policy(decided);
    }

    /** What differs from the standard, by key, with who decided it and when. */
    public Map<String, Decision> decisions(CountyId county) {
        var decisions = new HashMap<String, Decision>();
        db.sql("select key, value, set_by, set_at from policy where county_id = :county")
                .param("county", county.value())
                .query(row -> {
                    decisions.put(
                            row.getString("key"),
                            new Decision(
                                    row.getString("value"),
                                    row.getObject("set_by", UUID.class),
                                    DbTime.read(row, "set_at")));
                });
        return decisions;
    }

    /** Refused as {@code policy.out_of_bounds} for what no county may decide. */
    public <T> Outcome<Policy> set(CountyId county, Setting<T> setting, T value, @Nullable UUID by) {
        return decide(county, setting, null, setting.write().apply(value), by);
    }

    /**
     * As {@link #set}, by somebody who saw {@code seen} before deciding: refused as {@code policy.moved_on} where
     * somebody else has decided since.
     */
    public Outcome<Policy> change(CountyId county, Setting<?> setting, String seen, String value, UUID by) {
        return decide(county, setting, seen, value, by);
    }

    private Outcome<Policy> decide(
            CountyId county, Setting<?> setting, @Nullable String seen, String value, @Nullable UUID by) {
        if (!setting.allowsText(value)) {
            return Outcome.refused("policy.out_of_bounds", setting.key(), value);
        }
        return transactions.write(() -> {
            var before = locked(county, setting.key());
            var holds = before.orElseGet(setting::standardText);
            if (seen != null && !seen.equals(holds)) {
                return Outcome.refused("policy.moved_on");
            }
            return holds.equals(value) || save(county, setting.key(), before, value, by)
                    ? Outcome.done(of(county))
                    : Outcome.refused("policy.moved_on");
        });
    }

    private Optional<String> locked(CountyId county, String key) {
        return db.sql("select value from policy where county_id = :county and key = :key for update")
                .param("county", county.value())
                .param("key", key)
                .query(String.class)
                .optional();
    }

    /** False where somebody else's first decision came between: there was no row to lock. */
    private boolean save(CountyId county, String key, Optional<String> before, String value, @Nullable UUID by) {
        var now = clock.instant();
        var written = db.sql("""
                insert into policy (county_id, key, value, set_by, set_at)
                values (:county, :key, :value, :by, :at)
                on conflict (county_id, key)
                do update set value = excluded.value, set_by = excluded.set_by, set_at = excluded.set_at
                where policy.county_id = :county and :known
                """)
                .param("county", county.value())
                .param("key", key)
                .param("value", value)
                .param("by", by)
                .param("at", DbTime.of(now))
                .param("known", before.isPresent())
                .update();
        if (written == 1) {
            policies.changed(county);
            changes.add(county, key, before.orElse(null), value, by, now);
            events.publishEvent(new PolicyChanged(county, key));
            audit.record(county, AuditAct.of(AuditKind.POLICY_CHANGED, by).with(key));
        }
        return written == 1;
    }
}
