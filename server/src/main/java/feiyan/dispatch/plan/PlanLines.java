package feiyan.dispatch.plan;

import feiyan.accounts.PersonId;
import feiyan.dispatch.OfferId;
import feiyan.dispatch.OfferState;
import feiyan.dispatch.ReasonFacts;
import feiyan.dispatch.engine.Terms;
import feiyan.orders.OrderId;
import feiyan.orders.Slot;
import feiyan.platform.CountyId;
import feiyan.platform.DbTime;
import feiyan.platform.Refusal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The lines of a plan, to read: each with what became of its offer. */
@Repository
class PlanLines {

    /** Each line's offer is looked up by itself: for some hundreds a planner would read the offers of all years. */
    private static final String LINE = """
            select l.number, l.version, l.order_id, l.proposed_id, l.volunteer_id, l.starts, l.ends, l.state, l.pinned,
              l.metres, l.terms, l.cost, l.visits_before, l.minutes_this_week, l.asked_this_week, l.wished,
              l.next_best_id, l.until_next_best, l.offer_id, f.state as answer, l.instead_of,
              i.volunteer_id as instead_of_whom, l.refusal, l.refusal_args
            from plan_line l
            left join lateral (
              select x.state from offer x where x.county_id = :county and x.id = l.offer_id offset 0) f on true
            left join lateral (
              select x.volunteer_id from offer x where x.county_id = :county and x.id = l.instead_of offset 0) i on true
            where l.county_id = :county and l.plan_id = :plan""";

    private final JdbcClient db;

    PlanLines(JdbcClient db) {
        this.db = db;
    }

    /** All of them, as they were numbered. */
    List<PlanLine> of(CountyId county, PlanId plan) {
        return db.sql(LINE + " order by l.number")
                .param("county", county.value())
                .param("plan", plan.value())
                .query(PlanLines::line)
                .list();
    }

    Optional<PlanLine> find(CountyId county, PlanId plan, int number) {
        return db.sql(LINE + " and l.number = :number")
                .param("county", county.value())
                .param("plan", plan.value())
                .param("number", number)
                .query(PlanLines::line)
                .optional();
    }

    private static PlanLine line(ResultSet row, int number) throws SQLException {
        var answer = row.getString("answer");
        return new PlanLine(
                row.getInt("number"),
                row.getInt("version"),
                new OrderId(row.getObject("order_id", UUID.class)),
                new PersonId(row.getObject("proposed_id", UUID.class)),
                person(row, "volunteer_id"),
                new Slot(DbTime.read(row, "starts"), DbTime.read(row, "ends")),
                LineState.valueOf(row.getString("state")),
                row.getBoolean("pinned"),
                facts(row),
                row.getInt("cost"),
                person(row, "next_best_id"),
                row.getObject("until_next_best", Long.class),
                offer(row, "offer_id"),
                answer == null ? null : OfferState.valueOf(answer),
                offer(row, "instead_of"),
                person(row, "instead_of_whom"),
                refusal(row));
    }

    private static ReasonFacts facts(ResultSet row) throws SQLException {
        return new ReasonFacts(
                row.getObject("metres", Integer.class),
                terms((Integer[]) row.getArray("terms").getArray()),
                row.getInt("visits_before"),
                row.getInt("minutes_this_week"),
                row.getInt("asked_this_week"),
                row.getBoolean("wished"));
    }

    private static Terms terms(Integer[] all) {
        return new Terms(all[0], all[1], all[2], all[3], all[4], all[5], all[6], all[7]);
    }

    private static @Nullable PersonId person(ResultSet row, String column) throws SQLException {
        var id = row.getObject(column, UUID.class);
        return id == null ? null : new PersonId(id);
    }

    private static @Nullable OfferId offer(ResultSet row, String column) throws SQLException {
        var id = row.getObject(column, UUID.class);
        return id == null ? null : new OfferId(id);
    }

    private static @Nullable Refusal refusal(ResultSet row) throws SQLException {
        var code = row.getString("refusal");
        Array args = row.getArray("refusal_args");
        return code == null ? null : Refusal.of(code, (Object[]) args.getArray());
    }
}
