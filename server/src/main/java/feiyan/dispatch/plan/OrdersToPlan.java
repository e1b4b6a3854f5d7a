package feiyan.dispatch.plan;

import feiyan.orders.OrderId;
import feiyan.platform.CountyId;
import feiyan.units.UnitId;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What waits for people in a unit's subtree: approved with open seats, or offered with seats that nobody was asked for.
 * What a team has answers for itself, and so does what is asked in turn. Confidential orders are for the staff of the
 * unit that has them and stand on no plan.
 */
@Repository
class OrdersToPlan {

    private static final String WITHIN = """
            from order_standing o
            where o.county_id = :county and o.state in ('APPROVED', 'OFFERED') and o.project_id is not null
              and o.unit_id in (
                select w.unit_id from unit_within w where w.county_id = :county and w.ancestor_id = :unit)
            """;

    private static final String NO_TEAM = """
            and not exists (
              select from offer f
              where f.county_id = :county and f.order_id = o.order_id and f.team_id is not null
                and f.state in ('OPEN', 'ACCEPTED'))
            and not exists (select from offer_queue q where q.county_id = :county and q.order_id = o.order_id)
            """;

    private static final String SEATED = """
            (select count(*) from seat s
             where s.county_id = :county and s.order_id = o.order_id and s.state in ('TAKEN', 'PRESENT'))
            """;

    private static final String ASKED = """
            (select count(*) from offer f
             where f.county_id = :county and f.order_id = o.order_id and f.volunteer_id is not null
               and f.state = 'OPEN')
            """;

    private static final String SEATS_TO_ASK_FOR =
            NO_TEAM + " and not o.confidential and o.headcount > " + SEATED + " + " + ASKED;

    private final JdbcClient db;

    OrdersToPlan(JdbcClient db) {
        this.db = db;
    }

    /**
     * What is planned: whatever has seats that nobody holds. Where somebody was asked and has not answered, a plan may
     * think of somebody better, so those come too, after the others. The most pressing first.
     */
    List<OrderId> toPlan(CountyId county, UnitId unit, int most) {
        return ask(
                        county,
                        unit,
                        "select o.order_id " + WITHIN + NO_TEAM + " and not o.confidential and o.headcount > "
                                + SEATED + " order by o.headcount <= " + SEATED + " + " + ASKED
                                + ", o.urgent desc, o.due_at, o.order_id limit :most")
                .param("most", most)
                .query((row, number) -> new OrderId(row.getObject("order_id", UUID.class)))
                .list();
    }

    /** How many have seats that nobody was asked for. */
    int count(CountyId county, UnitId unit) {
        return ask(county, unit, "select count(*) " + WITHIN + SEATS_TO_ASK_FOR)
                .query(Integer.class)
                .single();
    }

    /** How many came since a plan was made: it knows nothing of them. */
    int newSince(CountyId county, UnitId unit, PlanId plan) {
        return ask(county, unit, "select count(*) " + WITHIN + SEATS_TO_ASK_FOR + """
                        and not exists (
                          select from plan_line l
                          where l.county_id = :county and l.plan_id = :plan and l.order_id = o.order_id)
                        and not exists (
                          select from plan_gap g
                          where g.county_id = :county and g.plan_id = :plan and g.order_id = o.order_id)
                        """)
                .param("plan", plan.value())
                .query(Integer.class)
                .single();
    }

    /** Those that wait but stand on no plan: a number and nothing else. */
    int confidential(CountyId county, UnitId unit) {
        return ask(county, unit, "select count(*) " + WITHIN + " and o.confidential")
                .query(Integer.class)
                .single();
    }

    private JdbcClient.StatementSpec ask(CountyId county, UnitId unit, String question) {
        return db.sql(question).param("county", county.value()).param("unit", unit.value());
    }
}
