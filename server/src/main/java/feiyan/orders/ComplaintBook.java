package feiyan.orders;

import feiyan.menu.ProjectId;
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
import org.springframework.stereotype.Service;

/** The door for reading complaints: found by who complained and by those above, never by whom they are about. */
@Service
public class ComplaintBook {

    public static final int PAGE = 30;

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
    private final ComplaintWords words;

    ComplaintBook(JdbcClient jdbc, ComplaintWords words) {
        this.jdbc = jdbc;
        this.words = words;
    }

    /** Empty where there is none, and just so where it is none of the reader's business. */
    public Optional<Complaint> find(Actor actor, ComplaintId id) {
        return row(actor, id).map(found -> found.with(words.read(actor.county(), id)));
    }

    /** Without its words. */
    Optional<Complaint> row(Actor actor, ComplaintId id) {
        return asked(actor, " and c.id = :id")
                .param("id", id.value())
                .query(ComplaintBook::complaint)
                .optional();
    }

    /** The latest about an order, without its words. */
    public Optional<Complaint> about(Actor actor, OrderId order) {
        return asked(actor, " and c.order_id = :order order by c.id desc limit 1")
                .param("order", order.value())
                .query(ComplaintBook::complaint)
                .optional();
    }

    /** What waits for the reader's own answer, the most pressing first; at most {@value #PAGE}. */
    public List<Complaint> waiting(Actor actor, @Nullable Instant due, @Nullable ComplaintId after) {
        return asked(actor, """
                 and c.answers and c.due_at is not null and (c.due_at, c.id) > (:due, :after)
                order by c.due_at, c.id limit :page""")
                .param("due", DbTime.of(due == null ? Instant.EPOCH : due))
                .param("after", after == null ? new UUID(0, 0) : after.value())
                .param("page", PAGE)
                .query(ComplaintBook::complaint)
                .list();
    }

    /** All that the reader may read as staff, the latest first; at most {@value #PAGE}. */
    public List<Complaint> all(Actor actor, @Nullable ComplaintId before) {
        return asked(actor, " and c.by_id <> :person and c.id < :before order by c.id desc limit :page")
                .param("before", before == null ? new UUID(-1, -1) : before.value())
                .param("page", PAGE)
                .query(ComplaintBook::complaint)
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
}
