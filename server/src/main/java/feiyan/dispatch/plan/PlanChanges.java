package feiyan.dispatch.plan;

import feiyan.accounts.PersonId;
import feiyan.platform.CountyId;
import feiyan.platform.DbTime;
import feiyan.platform.Outbox;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What people made of a plan: added and read, never edited. Each change is told, so that open boards come anew. */
@Repository
class PlanChanges {

    /** What a page shows of it at most. */
    static final int MOST = 200;

    private final JdbcClient db;
    private final Outbox outbox;

    PlanChanges(JdbcClient db, Outbox outbox) {
        this.db = db;
        this.outbox = outbox;
    }

    /** @param was the line before the change; null for the plan as a whole */
    void add(CountyId county, PlanId plan, PlanChange change, @Nullable PlanLine was) {
        db.sql("""
                insert into plan_change (county_id, plan_id, version, line, kind, actor_id, at, volunteer_id,
                  instead_of, was_cost, was_terms, code)
                values (:county, :plan, :version, :line, :kind, :by, :at, :volunteer, :instead, :cost,
                  string_to_array(:terms, ',')::int[], :code)
                """)
                .param("county", county.value())
                .param("plan", plan.value())
                .param("version", change.version())
                .param("line", change.line())
                .param("kind", change.kind().name().toLowerCase(Locale.ROOT))
                .param("by", value(change.by()), Types.OTHER)
                .param("at", DbTime.of(change.at()))
                .param("volunteer", value(change.volunteer()), Types.OTHER)
                .param("instead", value(change.insteadOf()), Types.OTHER)
                .param("cost", change.wasCost(), Types.INTEGER)
                .param(
                        "terms",
                        was == null ? null : LineWrites.written(was.facts().terms()),
                        Types.VARCHAR)
                .param("code", change.code(), Types.VARCHAR)
                .update();
        outbox.tell(county, "plan.changed", plan.value(), change.version(), change.at());
    }

    /** Of the plan as a whole. */
    void add(CountyId county, PlanId plan, int version, PlanChange.Kind kind, @Nullable PersonId by, Instant at) {
        add(county, plan, new PlanChange(version, 0, kind, by, at, null, null, null, null), null);
    }

    /** Whether somebody said since that version what the next plan has to respect. */
    boolean touched(CountyId county, PlanId plan, int since) {
        return db.sql("""
                select exists (
                  select from plan_change c
                  where c.county_id = :county and c.plan_id = :plan and c.version > :since
                    and c.kind in ('pin', 'unpin', 'take_off', 'ban', 'move'))
                """)
                .param("county", county.value())
                .param("plan", plan.value())
                .param("since", since)
                .query(Boolean.class)
                .single();
    }

    /** The latest first, at most {@value #MOST}. */
    List<PlanChange> of(CountyId county, PlanId plan) {
        return db.sql("""
                select c.version, c.line, c.kind, c.actor_id, c.at, c.volunteer_id, c.instead_of, c.was_cost, c.code
                from plan_change c where c.county_id = :county and c.plan_id = :plan
                order by c.version desc, c.line limit :most
                """)
                .param("county", county.value())
                .param("plan", plan.value())
                .param("most", MOST)
                .query(PlanChanges::change)
                .list();
    }

    private static PlanChange change(ResultSet row, int number) throws SQLException {
        return new PlanChange(
                row.getInt("version"),
                row.getInt("line"),
                PlanChange.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                person(row, "actor_id"),
                DbTime.read(row, "at"),
                person(row, "volunteer_id"),
                person(row, "instead_of"),
                row.getObject("was_cost", Integer.class),
                row.getString("code"));
    }

    private static @Nullable PersonId person(ResultSet row, String column) throws SQLException {
        var id = row.getObject(column, UUID.class);
        return id == null ? null : new PersonId(id);
    }

    private static @Nullable UUID value(@Nullable PersonId person) {
        return person == null ? null : person.value();
    }
}
