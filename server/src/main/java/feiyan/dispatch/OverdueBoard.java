package feiyan.dispatch;

import feiyan.accounts.PersonId;
import feiyan.menu.ProjectId;
import feiyan.orders.OrderId;
import feiyan.platform.DbTime;
import feiyan.units.Actor;
import feiyan.units.Role;
import feiyan.units.UnitId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Everything in the reader's subtree that is late or will be within the hour, by its clock. Confidential orders stand
 * on the board of the unit that has them alone; above, they are a number.
 */
@Component
public class OverdueBoard {

    /** What does not fit is less pressing than all that does. */
    public static final int MOST = 200;

    private static final Duration AHEAD = Duration.ofHours(1);

    private static final String MINE = """
            exists (
              select 1 from unit_within w
              where w.county_id = :county and w.unit_id = o.unit_id and w.ancestor_id = any(:units)
                and (not o.confidential or w.distance = 0))
            """;

    private static final String COLUMNS =
            "o.order_id, o.number, o.project_id, o.unit_id, o.urgent, null::text as team, null::uuid as person, ";

    /** The order's own clock. */
    private static final String ORDERS = "select case o.state when 'SUBMITTED' then 'REVIEW' when 'RETURNED' then "
            + "'ANSWER' else 'DISPATCH' end as clock, " + COLUMNS + """
              o.due_at as due
            from order_standing o
            where o.county_id = :county and o.state in ('SUBMITTED', 'RETURNED', 'APPROVED', 'OFFERED')
              and o.due_at < :until and
            """ + MINE;

    private static final String OFFERS = """
            select 'OFFER' as clock, o.order_id, o.number, o.project_id, o.unit_id, o.urgent, t.name as team,
              f.volunteer_id as person, f.deadline as due
            from offer f
            join order_standing o on o.county_id = :county and o.order_id = f.order_id
            left join standing_team t on t.county_id = :county and t.team_id = f.team_id
            where f.county_id = :county and f.state = 'OPEN' and f.deadline < :until and
            """ + MINE;

    /** Whoever of those who were to come is named first stands for all. */
    private static final String STARTS = """
            select 'START' as clock, o.order_id, o.number, o.project_id, o.unit_id, o.urgent, t.name as team,
              s.volunteer_id as person, o.agreed_from as due
            from order_standing o
            left join lateral (
              select s.volunteer_id, s.offer_id from seat s
              where s.county_id = :county and s.order_id = o.order_id and s.state = 'TAKEN' order by s.place limit 1) s
              on true
            left join offer f on f.county_id = :county and f.id = s.offer_id
            left join standing_team t on t.county_id = :county and t.team_id = f.team_id
            where o.county_id = :county and o.state = 'ACCEPTED' and o.agreed_from < :until and
            """ + MINE;

    private static final String CHECK_OUTS = """
            select 'CHECK_OUT' as clock, o.order_id, o.number, o.project_id, o.unit_id, o.urgent, null::text as team,
              s.volunteer_id as person, s.ends as due
            from order_standing o
            join seat s on s.county_id = :county and s.order_id = o.order_id and s.state = 'PRESENT'
            where o.county_id = :county and o.state = 'IN_SERVICE' and s.ends < :until and
            """ + MINE;

    private static final String HIDDEN = """
            o.confidential and not o.unit_id = any(:units) and exists (
              select 1 from unit_within w
              where w.county_id = :county and w.unit_id = o.unit_id and w.ancestor_id = any(:units))
            """;

    private final JdbcClient db;
    private final InstantSource clock;

    OverdueBoard(JdbcClient db, InstantSource clock) {
        this.db = db;
        this.clock = clock;
    }

    /** At most {@value #MOST}, the latest first. */
    public List<OverdueRow> of(Actor actor) {
        return ask(
                        actor,
                        String.join(" union all ", ORDERS, OFFERS, STARTS, CHECK_OUTS)
                                + " order by due, number, clock limit " + MOST,
                        clock.instant().plus(AHEAD))
                .query(OverdueBoard::row)
                .list();
    }

    /** Confidential ones further down that are late by their own clock: a number and nothing else. */
    public int hidden(Actor actor) {
        return ask(actor, """
                select count(*) from order_standing o
                where o.county_id = :county and o.due_at < :until
                  and o.state in ('SUBMITTED', 'RETURNED', 'APPROVED', 'OFFERED', 'ACCEPTED', 'IN_SERVICE') and
                """ + HIDDEN, clock.instant()).query(Integer.class).single();
    }

    private JdbcClient.StatementSpec ask(Actor actor, String question, Instant until) {
        return db.sql(question)
                .param("county", actor.county().value())
                .param("units", actor.unitsAs(Role.CLERK, Role.DISPATCHER))
                .param("until", DbTime.of(until));
    }

    private static OverdueRow row(ResultSet row, int number) throws SQLException {
        var project = row.getObject("project_id", UUID.class);
        var person = row.getObject("person", UUID.class);
        return new OverdueRow(
                OverdueClock.valueOf(row.getString("clock")),
                new OrderId(row.getObject("order_id", UUID.class)),
                row.getString("number"),
                project == null ? null : new ProjectId(project),
                new UnitId(row.getObject("unit_id", UUID.class)),
                row.getBoolean("urgent"),
                row.getString("team"),
                person == null ? null : new PersonId(person),
                DbTime.read(row, "due"));
    }
}
