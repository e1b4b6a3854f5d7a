package feiyan.loop.walk;

import feiyan.accounts.PersonId;
import feiyan.dispatch.plan.PlanId;
import feiyan.orders.OrderId;
import feiyan.orders.Slot;
import feiyan.platform.CountyId;
import feiyan.platform.Ids;
import feiyan.units.Actor;
import feiyan.units.UnitId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Plans as they stand when the engine has drawn them, written beside the product: so the walk goes the same way with
 * the same seed, and proposes people whom no engine would.
 */
final class PlanTable {

    private static final String NEW_PLAN = """
            with old as (
              update dispatch_plan set state = 'REPLACED', version = version + 1
              where county_id = :county and unit_id = :unit and state = 'READY' returning id, version),
            told as (
              insert into plan_change (county_id, plan_id, version, line, kind, at)
              select :county, id, version, 0, 'replace', :now::timestamptz from old)
            select count(*) from old
            """;

    private static final String PLAN = """
            insert into dispatch_plan (county_id, id, unit_id, version, state, phase, asked_by, asked_at, seed, weights,
              digest, cost, bound, orders, seats, proposed, took_millis, made_at)
            values (:county, :plan, :unit, 2, 'READY', 'WRITING', :by, :now, 1, '{}', repeat('0', 64), 0, 0, 1, :lines,
              :lines, 1, :now)
            """;

    private static final String CHANGES = """
            insert into plan_change (county_id, plan_id, version, line, kind, actor_id, at)
            values (:county, :plan, 1, 0, 'make', :by, :now), (:county, :plan, 2, 0, 'finish', null, :now)
            """;

    private static final String LINES = """
            insert into plan_line (county_id, plan_id, number, version, order_id, proposed_id, volunteer_id, starts, ends,
              state, pinned, terms, cost, visits_before, minutes_this_week, asked_this_week, wished)
            select :county, :plan, h.number, 2, :order, h.id, h.id, :from, :to, 'PROPOSED', false,
              array_fill(0, array[8]), 0, 0, 0, 0, false
            from unnest(:helpers::uuid[]) with ordinality as h(id, number)
            """;

    private final JdbcClient db;

    PlanTable(DataSource own) {
        this.db = JdbcClient.create(own);
    }

    record Drawn(PlanId id, int version) {}

    /** The one that stands for a unit; where none does, one that never was. */
    synchronized Drawn standing(CountyId county, UnitId unit) {
        return one(county, unit, "READY");
    }

    /** The last that a later one stands for. */
    synchronized Drawn replaced(CountyId county, UnitId unit) {
        return one(county, unit, "REPLACED");
    }

    private Drawn one(CountyId county, UnitId unit, String state) {
        return db.sql(
                        "select id, version from dispatch_plan where county_id = ? and unit_id = ? and state = ? order by id desc limit 1")
                .params(county.value(), unit.value(), state)
                .query((row, number) -> new Drawn(new PlanId(Columns.uuid(row, "id")), row.getInt("version")))
                .optional()
                .orElseGet(() -> new Drawn(new PlanId(Ids.next()), 2));
    }

    /** From now on this one stands: a line for each who is to come. */
    synchronized Drawn draw(Actor by, UnitId unit, OrderId order, Slot time, List<PersonId> helpers, Instant now) {
        var plan = new PlanId(Ids.next());
        var ids = helpers.stream().map(PersonId::value).toArray(UUID[]::new);
        about(NEW_PLAN, by, plan, now)
                .param("unit", unit.value())
                .query(Long.class)
                .single();
        about(PLAN, by, plan, now)
                .param("unit", unit.value())
                .param("lines", ids.length)
                .update();
        about(CHANGES, by, plan, now).update();
        about(LINES, by, plan, now)
                .param("order", order.value())
                .param("from", time.from().atOffset(ZoneOffset.UTC))
                .param("to", time.to().atOffset(ZoneOffset.UTC))
                .param("helpers", ids)
                .update();
        return new Drawn(plan, 2);
    }

    private JdbcClient.StatementSpec about(String sql, Actor by, PlanId plan, Instant now) {
        return db.sql(sql)
                .param("county", by.county().value())
                .param("plan", plan.value())
                .param("by", by.person().value())
                .param("now", now.atOffset(ZoneOffset.UTC));
    }
}
