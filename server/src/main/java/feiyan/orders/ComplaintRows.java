package feiyan.orders;

import feiyan.accounts.PersonId;
import feiyan.menu.ProjectId;
import feiyan.platform.CountyId;
import feiyan.platform.DbTime;
import feiyan.units.Actor;
import feiyan.units.Role;
import feiyan.units.UnitId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** The rows of complaints: found by who complained and by those above, moved only together with their event. */
@Repository
class ComplaintRows {

    static final int PAGE = 30;

    /** Whether :person's posts reach the unit that answers now. Nobody answers about the unit they work for. */
    private static final String ANSWERS = """
            case when c.to_administrator then exists (
                select 1 from unit_within w
                where w.county_id = :county and w.unit_id = c.unit_id and w.ancestor_id = any(:administered))
              else c.about_unit_id <> all(:units) and exists (
                select 1 from unit_within w
                where w.county_id = :county and w.unit_id = c.unit_id and w.ancestor_id = any(:units)) end
            """;

    /** As above, or it was theirs before it was raised. */
    private static final String READS = """
            (c.by_id = :person or answers or (not c.to_administrator and c.about_unit_id <> all(:units) and exists (
                select 1 from complaint_event e
                join unit_within w on w.county_id = e.county_id and w.unit_id = e.unit_id
                where e.county_id = :county and w.county_id = :county and e.complaint_id = c.id
                  and w.ancestor_id = any(:units))))
            """;

    private static final String FOUND =
            "select c.*, c.by_id = :person as mine from (select c.*, " + ANSWERS + """
             as answers, o.number, o.confidential, o.state as order_state,
              case when not o.confidential then o.project_id end as project_id
            from complaint c join service_order o on o.county_id = c.county_id and o.id = c.order_id
            where c.county_id = :county and o.county_id = :county) c
            where c.county_id = :county and\s""" + READS;

    private final JdbcClient jdbc;

    ComplaintRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Complaint> find(Actor actor, ComplaintId id) {
        return asked(actor, " and c.id = :id")
                .param("id", id.value())
                .query(ComplaintRows::complaint)
                .optional();
    }

    /** The latest one about an order. */
    Optional<Complaint> about(Actor actor, OrderId order) {
        return asked(actor, " and c.order_id = :order order by c.id desc limit 1")
                .param("order", order.value())
                .query(ComplaintRows::complaint)
                .optional();
    }

    /** What waits for the reader's own answer, the most pressing first. */
    List<Complaint> waiting(Actor actor, Instant due, UUID after) {
        return asked(actor, """
                 and c.answers and c.due_at is not null and (c.due_at, c.id) > (:due, :after)
                order by c.due_at, c.id limit :page""")
                .param("due", DbTime.of(due))
                .param("after", after)
                .param("page", PAGE)
                .query(ComplaintRows::complaint)
                .list();
    }

    /** All that the reader may read as staff, the latest first. */
    List<Complaint> all(Actor actor, UUID before) {
        return asked(actor, " and c.by_id <> :person and c.id < :before order by c.id desc limit :page")
                .param("before", before)
                .param("page", PAGE)
                .query(ComplaintRows::complaint)
                .list();
    }

    private StatementSpec asked(Actor actor, String which) {
        return jdbc.sql(FOUND + which)
                .param("county", actor.county().value())
                .param("person", actor.person().value())
                .param("units", actor.unitsAs(Role.CLERK, Role.DISPATCHER))
                .param("administered", actor.unitsAs(Role.ADMINISTRATOR));
    }

    private static Complaint complaint(ResultSet row, int number) throws SQLException {
        var project = row.getObject("project_id", UUID.class);
        return new Complaint(
                new ComplaintId(row.getObject("id", UUID.class)),
                row.getInt("version"),
                ComplaintState.valueOf(row.getString("state")),
                new OrderId(row.getObject("order_id", UUID.class)),
                row.getString("number"),
                project == null ? null : new ProjectId(project),
                row.getBoolean("confidential"),
                State.valueOf(row.getString("order_state")) == State.REFUSED,
                new UnitId(row.getObject("about_unit_id", UUID.class)),
                new UnitId(row.getObject("unit_id", UUID.class)),
                row.getBoolean("to_administrator"),
                DbTime.read(row, "opened_at"),
                DbTime.readNullable(row, "due_at"),
                row.getBoolean("mine"),
                row.getBoolean("answers"),
                List.of());
    }

    /** Whether the last complaint about the order ended when the order stood just as it stands now. */
    boolean saidAlready(CountyId county, OrderId order, int orderVersion) {
        return jdbc.sql("""
                select exists (
                  select 1 from complaint
                  where county_id = :county and order_id = :order and order_version = :version
                    and state in ('ACCEPTED', 'CLOSED'))
                """)
                .param("county", county.value())
                .param("order", order.value())
                .param("version", orderVersion)
                .query(Boolean.class)
                .single();
    }

    /** @param toAdministrator at the center nobody stands above: its administrator answers */
    record Desk(UnitId unit, boolean toAdministrator) {}

    /** False where one is open already: somebody pressed twice. */
    boolean open(Actor actor, ComplaintId id, Stored order, UnitId about, Desk desk, Instant now, Instant due) {
        return jdbc.sql("""
                with opened as (
                  insert into complaint (county_id, id, version, state, order_id, order_version, by_id, about_unit_id,
                    unit_id, to_administrator, opened_at, due_at)
                  values (:county, :id, 1, 'OPEN', :order, :orderVersion, :by, :about, :unit, :toAdministrator, :now, :due)
                  on conflict (county_id, order_id) where state in ('OPEN', 'ANSWERED', 'RAISED') do nothing
                  returning county_id, id, unit_id)
                insert into complaint_event (
                  county_id, complaint_id, version, from_state, command, to_state, at, actor_id, unit_id)
                select county_id, id, 1, 'NEW', 'open', 'OPEN', :now, :by, unit_id from opened
                """)
                        .param("county", actor.county().value())
                        .param("id", id.value())
                        .param("order", order.facts().id().value())
                        .param("orderVersion", order.facts().version())
                        .param("by", actor.person().value())
                        .param("about", about.value())
                        .param("unit", desk.unit().value())
                        .param("toAdministrator", desk.toAdministrator())
                        .param("now", DbTime.of(now))
                        .param("due", DbTime.of(due))
                        .update()
                == 1;
    }

    /** False where somebody was faster; then nothing was written. */
    boolean move(
            CountyId county,
            Complaint before,
            ComplaintVerb verb,
            ComplaintState to,
            Desk desk,
            PersonId actor,
            Instant now,
            @Nullable Instant due) {
        return jdbc.sql("""
                with moved as (
                  update complaint set version = version + 1, state = :to, unit_id = :unit,
                    to_administrator = :toAdministrator, due_at = :due
                  where county_id = :county and id = :id and version = :seen and state = :from
                  returning county_id, id, version, unit_id)
                insert into complaint_event (
                  county_id, complaint_id, version, from_state, command, to_state, at, actor_id, unit_id)
                select county_id, id, version, :from, :command, :to, :now, :actor, unit_id from moved
                """)
                        .param("county", county.value())
                        .param("id", before.id().value())
                        .param("seen", before.version())
                        .param("from", before.state().name())
                        .param("to", to.name())
                        .param("unit", desk.unit().value())
                        .param("toAdministrator", desk.toAdministrator())
                        .param("command", verb.code())
                        .param("actor", actor.value())
                        .param("now", DbTime.of(now))
                        .param("due", DbTime.ofNullable(due), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                        .update()
                == 1;
    }
}
