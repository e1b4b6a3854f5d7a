package feiyan.audit;

import feiyan.accounts.Erasures;
import feiyan.accounts.PersonId;
import feiyan.platform.AuditKind;
import feiyan.platform.CountyId;
import feiyan.platform.DbTime;
import feiyan.platform.DueRows;
import feiyan.platform.Outcome.Done;
import feiyan.platform.Policies;
import feiyan.platform.Policy;
import feiyan.platform.Retained;
import feiyan.platform.Setting;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * People who have neither signed in nor had an order for years. They are forgotten as if they had asked for it; nobody
 * who works here, and no volunteer whose record the law keeps for ten years.
 */
@Component
class RetainedAccounts implements Retained {

    /** 志愿服务记录与证明出具办法: records are kept for at least ten years. */
    private static final Duration VOLUNTEER_RECORDS = Duration.ofDays(3653);

    /** Each one is many statements: a batch stays short. */
    private static final int AT_ONCE = 20;

    private static final String DUE = """
            person p
            where p.county_id = :county and p.account_id is not null and p.erased_at is null and p.created_at < :before
              and not exists (
                select 1 from audit_link l
                where l.county_id = :county and l.actor_id = p.id and l.kind = 'sign_in' and l.at >= :before)
              and not exists (
                select 1 from order_about o
                where o.county_id = :county and o.requester_id = p.id and o.placed_at >= :before)
              and not exists (
                select 1 from staff_post s
                where s.county_id = :county and s.person_id = p.id and (s.ended_at is null or s.ended_at >= :before))
              and not exists (
                select 1 from volunteer_record v
                where v.county_id = :county and v.person_id = p.id and (v.closed_at is null or v.closed_at >= :records))
            """;

    private final JdbcClient db;
    private final Policies policies;
    private final Erasures erasures;
    private final InstantSource clock;

    RetainedAccounts(JdbcClient db, Policies policies, Erasures erasures, InstantSource clock) {
        this.db = db;
        this.policies = policies;
        this.erasures = erasures;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "accounts";
    }

    @Override
    public Setting<Integer> days() {
        return Policy.KEEP_ACCOUNTS;
    }

    @Override
    public Due due(CountyId county, Instant before) {
        return canTell(county, before)
                ? DueRows.count(db, "p.created_at", due(), county, before)
                : new Due(0, null, null);
    }

    private String due() {
        var closed = DbTime.of(clock.instant().minus(VOLUNTEER_RECORDS));
        return DUE.replace(":records", "timestamptz '" + closed + "'");
    }

    /** Whether sign-ins were written down for so long, and are kept so long: else anybody would seem to be gone. */
    private boolean canTell(CountyId county, Instant before) {
        var audit = clock.instant().minus(Duration.ofDays(policies.of(county).get(Policy.KEEP_AUDIT)));
        return audit.isBefore(before)
                && db.sql("""
                        select exists (
                          select 1 from audit_link
                          where county_id = :county and kind = :kind and at < :before)
                        """)
                        .param("county", county.value())
                        .param("kind", AuditKind.SIGN_IN.code())
                        .param("before", DbTime.of(before))
                        .query(Boolean.class)
                        .single();
    }

    @Override
    public int letGo(CountyId county, Instant before, int atMost) {
        if (!canTell(county, before)) {
            return 0;
        }
        return (int) db
                .sql("select p.id from " + due() + " order by p.created_at limit :most")
                .param("county", county.value())
                .param("before", DbTime.of(before))
                .param("most", atMost)
                .query(UUID.class)
                .list()
                .stream()
                .map(PersonId::new)
                .filter(person -> erasures.running(county, person).isEmpty())
                .limit(AT_ONCE)
                .filter(person -> forgotten(county, person))
                .count();
    }

    private boolean forgotten(CountyId county, PersonId person) {
        if (erasures.begin(county, person) instanceof Done<PersonId>) {
            erasures.finish(county, person);
            return true;
        }
        return false;
    }
}
