package feiyan.audit;

import feiyan.accounts.Erasures;
import feiyan.accounts.PersonId;
import feiyan.platform.AuditAct;
import feiyan.platform.AuditKind;
import feiyan.platform.AuditLog;
import feiyan.platform.CountyId;
import feiyan.platform.DbTime;
import feiyan.platform.DueRows;
import feiyan.platform.Outcome;
import feiyan.platform.Outcome.Done;
import feiyan.platform.Policies;
import feiyan.platform.Policy;
import feiyan.platform.Retained;
import feiyan.platform.Setting;
import feiyan.platform.Transactions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * People who have neither signed in nor had an order for years. They are forgotten as if they had asked for it; nobody
 * who works here, and no volunteer whose record the law keeps for ten years.
 */
@Component
class RetainedAccounts implements Retained {

    private static final Logger LOG = LoggerFactory.getLogger(RetainedAccounts.class);

    /** 志愿服务记录与证明出具办法: records are kept for at least ten years. */
    private static final Duration VOLUNTEER_RECORDS = Duration.ofDays(3653);

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
                select 1 from order_kept k where k.county_id = :county and k.requester_id = p.id)
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
    private final Transactions transactions;
    private final AuditLog audit;
    private final InstantSource clock;

    RetainedAccounts(
            JdbcClient db,
            Policies policies,
            Erasures erasures,
            Transactions transactions,
            AuditLog audit,
            InstantSource clock) {
        this.transactions = transactions;
        this.audit = audit;
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
    public boolean oneByOne() {
        return true;
    }

    /** All of them, a page at a time; who cannot be forgotten now stays whole, and is passed over. */
    @Override
    public int letGo(CountyId county, Instant before, int atMost) {
        if (!canTell(county, before)) {
            return 0;
        }
        int gone = 0;
        var after = new PersonId(new UUID(0, 0));
        List<PersonId> some;
        do {
            some = next(county, before, after, atMost);
            gone += (int)
                    some.stream().filter(person -> isForgotten(county, person)).count();
            after = some.isEmpty() ? after : some.getLast();
        } while (some.size() == atMost);
        return gone;
    }

    private List<PersonId> next(CountyId county, Instant before, PersonId after, int atMost) {
        return db.sql("select p.id from " + due() + " and p.id > :after order by p.id limit :most")
                .param("county", county.value())
                .param("before", DbTime.of(before))
                .param("after", after.value())
                .param("most", atMost)
                .query((row, number) -> new PersonId(row.getObject("id", UUID.class)))
                .list();
    }

    private boolean isForgotten(CountyId county, PersonId person) {
        try {
            return transactions.write(() -> forget(county, person)) instanceof Done<PersonId>;
        } catch (RuntimeException failure) {
            LOG.error("Somebody of county {} was not forgotten; it is tried again the next night", county, failure);
            return false;
        }
    }

    /** Wholly or not at all: nobody is left half forgotten whom no night would find again. */
    private Outcome<PersonId> forget(CountyId county, PersonId person) {
        return erasures.begin(county, person).map(begun -> {
            erasures.finish(county, person);
            audit.record(county, AuditAct.of(AuditKind.ERASED, null).to("person", person.value()));
            return begun;
        });
    }
}
