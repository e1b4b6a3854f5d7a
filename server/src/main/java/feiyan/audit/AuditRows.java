package feiyan.audit;

import feiyan.platform.AuditEntry;
import feiyan.platform.CountyId;
import feiyan.platform.DbTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The chain as an auditor searches it: the own units' only, the latest first, each question by an index. */
@Repository
class AuditRows {

    private final JdbcClient db;

    AuditRows(JdbcClient db) {
        this.db = db;
    }

    record Row(long seq, AuditEntry entry, @Nullable UUID about) {

        AuditPlace place() {
            return new AuditPlace(entry.at(), seq);
        }
    }

    List<Row> find(CountyId county, UUID[] reach, AuditCriteria criteria, @Nullable AuditPlace before, int most) {
        var statement = db.sql(sql(criteria, before))
                .param("county", county.value())
                .param("units", reach)
                .param("most", most);
        return bound(statement, criteria, before)
                .query((row, number) -> new Row(
                        row.getLong("seq"),
                        EntryRow.read(row, "", "entry_id", "unit_id"),
                        row.getObject("about_id", UUID.class)))
                .list();
    }

    static String sql(AuditCriteria criteria, @Nullable AuditPlace before) {
        var sql = new StringBuilder("""
                select x.seq, x.source, x.entry_id, x.at, x.actor_id, x.kind, x.subject, x.subject_id, x.about_id,
                  x.fields, x.reason, x.unit_id
                from audit_link x
                where x.county_id = :county and\s""").append(AuditReach.WITHIN);
        and(sql, criteria.actor(), "x.actor_id = :actor");
        and(sql, criteria.about(), "x.about_id = :about");
        and(sql, criteria.subject(), "x.subject_id = :subject");
        and(sql, criteria.kind(), "x.kind = :kind");
        and(sql, criteria.field(), "x.fields @> array[:field]::text[]");
        and(sql, criteria.unit(), """
                x.unit_id in (select u.unit_id from unit_within u where u.county_id = :county and u.ancestor_id = :unit)""");
        and(sql, criteria.reason(), "left(x.reason, 100) like :reason");
        and(sql, criteria.from(), "x.at >= :from");
        and(sql, criteria.until(), "x.at < :until");
        and(sql, before, "(x.at, x.seq) < (:at, :seq)");
        return sql.append(" order by x.at desc, x.seq desc limit :most").toString();
    }

    private static void and(StringBuilder sql, @Nullable Object value, String condition) {
        if (value != null) {
            sql.append(" and ").append(condition);
        }
    }

    private static JdbcClient.StatementSpec bound(
            JdbcClient.StatementSpec statement, AuditCriteria criteria, @Nullable AuditPlace before) {
        var bound = bind(statement, "actor", criteria.actor());
        bound = bind(bound, "about", criteria.about());
        bound = bind(bound, "subject", criteria.subject());
        bound = bind(bound, "kind", criteria.kind());
        bound = bind(bound, "field", criteria.field());
        bound = bind(bound, "unit", criteria.unit());
        bound = bind(bound, "reason", criteria.reason() == null ? null : beginning(criteria.reason()));
        bound = bind(bound, "from", DbTime.ofNullable(criteria.from()));
        bound = bind(bound, "until", DbTime.ofNullable(criteria.until()));
        bound = bind(bound, "at", before == null ? null : DbTime.of(before.at()));
        return bind(bound, "seq", before == null ? null : before.seq());
    }

    private static JdbcClient.StatementSpec bind(
            JdbcClient.StatementSpec statement, String name, @Nullable Object value) {
        return value == null ? statement : statement.param(name, value);
    }

    /** What was typed, and nothing in it means anything else. */
    private static String beginning(String typed) {
        return typed.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}
