package feiyan.accounts;

import feiyan.platform.AuditAct;
import feiyan.platform.AuditKind;
import feiyan.platform.AuditLog;
import feiyan.platform.CountyId;
import feiyan.platform.DbTime;
import feiyan.platform.Ids;
import feiyan.platform.Outcome;
import feiyan.platform.Tenants;
import feiyan.platform.Transactions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * What happened to accounts that are somebody in several counties, until each county's audit has it: no transaction is
 * of two counties, and yet none of them may miss it.
 */
@Component
class AccountActs {

    private static final Logger LOG = LoggerFactory.getLogger(AccountActs.class);

    private final JdbcClient jdbc;
    private final Tenants tenants;
    private final AuditLog audit;
    private final Transactions transactions;
    private final InstantSource clock;

    AccountActs(JdbcClient jdbc, Tenants tenants, AuditLog audit, Transactions transactions, InstantSource clock) {
        this.jdbc = jdbc;
        this.tenants = tenants;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    private record Waiting(AuditAct act, Instant at) {}

    /** In the transaction in which it happened. */
    void add(CountyId place, UUID person, AuditKind kind, boolean byOwner, @Nullable String how) {
        jdbc.sql("""
                insert into account_act (place, id, person_id, kind, by_owner, how, at)
                values (:place, :id, :person, :kind, :byOwner, :how, :now)
                """)
                .param("place", place.value())
                .param("id", Ids.next())
                .param("person", person)
                .param("kind", kind.code())
                .param("byOwner", byOwner)
                .param("how", how, Types.VARCHAR)
                .param("now", DbTime.of(clock.instant()))
                .update();
    }

    /** Any number of instances may do it at once. One county's trouble does not keep the others waiting. */
    @Scheduled(fixedDelayString = "${feiyan.account-acts.every:1s}")
    void handOver() {
        for (var county : tenants.all()) {
            try {
                handOver(county);
            } catch (RuntimeException failure) {
                LOG.error("What happened to accounts of county {} waits; it is tried again", county, failure);
            }
        }
    }

    private void handOver(CountyId county) {
        transactions
                .write(() -> {
                    var waiting = take(county);
                    waiting.forEach(each -> audit.record(county, each.act(), each.at()));
                    return Outcome.done(waiting.size());
                })
                .orThrow();
    }

    private List<Waiting> take(CountyId county) {
        return jdbc.sql("""
                delete from account_act where place = :place
                returning person_id, kind, by_owner, how, at
                """)
                .param("place", county.value())
                .query(AccountActs::waiting)
                .list();
    }

    private static Waiting waiting(ResultSet row, int number) throws SQLException {
        var person = row.getObject("person_id", UUID.class);
        var kind = AuditKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT));
        var act = AuditAct.of(kind, row.getBoolean("by_owner") ? person : null)
                .to("person", person)
                .because(row.getString("how"));
        return new Waiting(act, DbTime.read(row, "at"));
    }
}
