package feiyan.dispatch.trial;

import feiyan.accounts.PersonId;
import feiyan.dispatch.measures.Spread;
import feiyan.dispatch.pool.PastOrder;
import feiyan.menu.ProjectId;
import feiyan.orders.OrderId;
import feiyan.platform.CountyId;
import feiyan.platform.DbTime;
import feiyan.units.Actor;
import feiyan.units.Role;
import feiyan.units.UnitId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What came of a trial: the figures of both sides, and some of the seats that change hands. */
@Repository
class TrialResults {

    static final int EXAMPLES = 12;

    private final JdbcClient db;

    TrialResults(JdbcClient db) {
        this.db = db;
    }

    void write(CountyId county, WeightTrialId id, List<PastOrder> orders, Comparison comparison) {
        write(county, id, "HELD", comparison.held());
        write(county, id, "TRIED", comparison.tried());
        Map<OrderId, PastOrder> byId =
                orders.stream().collect(Collectors.toMap(past -> past.order().id(), Function.identity()));
        var shown = comparison.changes().stream()
                .filter(change -> !Objects.requireNonNull(byId.get(change.order()))
                        .order()
                        .confidential())
                .limit(EXAMPLES)
                .toList();
        for (int rank = 1; rank <= shown.size(); rank++) {
            var change = shown.get(rank - 1);
            var starts = Objects.requireNonNull(byId.get(change.order())).time().from();
            write(county, id, rank, change, starts);
        }
    }

    private void write(CountyId county, WeightTrialId id, String side, ReplayFigures figures) {
        db.sql("""
                insert into weight_trial_side (county_id, trial_id, side, seats, filled, unfillable, mean_metres,
                  ninth_metres, people, asked, gini, busiest_tenth)
                values (:county, :id, :side, :seats, :filled, :unfillable, :mean, :ninth, :people, :asked, :gini, :tenth)
                """)
                .param("county", county.value())
                .param("id", id.value())
                .param("side", side)
                .param("seats", figures.seats())
                .param("filled", figures.filled())
                .param("unfillable", figures.unfillable())
                .param("mean", figures.meanMetres(), Types.INTEGER)
                .param("ninth", figures.ninthMetres(), Types.INTEGER)
                .param("people", figures.spread().people())
                .param("asked", figures.asked())
                .param("gini", figures.spread().gini())
                .param("tenth", figures.spread().busiestTenth())
                .update();
    }

    private void write(CountyId county, WeightTrialId id, int rank, SeatChange change, Instant starts) {
        db.sql("""
                insert into weight_trial_change (county_id, trial_id, rank, order_id, starts, held_id, tried_id)
                values (:county, :id, :rank, :order, :starts, :held, :tried)
                """)
                .param("county", county.value())
                .param("id", id.value())
                .param("rank", rank)
                .param("order", change.order().value())
                .param("starts", DbTime.of(starts))
                .param("held", value(change.held()), Types.OTHER)
                .param("tried", value(change.tried()), Types.OTHER)
                .update();
    }

    private static @Nullable UUID value(@Nullable PersonId person) {
        return person == null ? null : person.value();
    }

    ReplayFigures figures(CountyId county, WeightTrialId id, String side) {
        return db.sql("""
                select seats, filled, unfillable, mean_metres, ninth_metres, people, asked, gini, busiest_tenth
                from weight_trial_side where county_id = :county and trial_id = :id and side = :side
                """)
                .param("county", county.value())
                .param("id", id.value())
                .param("side", side)
                .query((row, number) -> figures(row))
                .single();
    }

    private static ReplayFigures figures(ResultSet row) throws SQLException {
        return new ReplayFigures(
                row.getInt("seats"),
                row.getInt("filled"),
                row.getInt("unfillable"),
                row.getObject("mean_metres", Integer.class),
                row.getObject("ninth_metres", Integer.class),
                row.getInt("asked"),
                new Spread(row.getInt("people"), row.getDouble("gini"), row.getInt("busiest_tenth")));
    }

    /** The order's number for those to whom orders are a business. */
    List<Example> examples(Actor actor, WeightTrialId id) {
        return db.sql("""
                select case when exists (
                    select from unit_within w
                    where w.county_id = :county and w.unit_id = o.unit_id and w.ancestor_id = any(:units))
                  then o.number end as number, o.project_id, o.unit_id, c.starts, c.held_id, c.tried_id
                from weight_trial_change c
                join order_standing o on o.county_id = :county and o.order_id = c.order_id
                where c.county_id = :county and c.trial_id = :id and not o.confidential
                order by c.rank
                """)
                .param("county", actor.county().value())
                .param("units", actor.unitsAs(Role.CLERK, Role.DISPATCHER))
                .param("id", id.value())
                .query((row, number) -> example(row))
                .list();
    }

    private static Example example(ResultSet row) throws SQLException {
        var project = row.getObject("project_id", UUID.class);
        return new Example(
                row.getString("number"),
                project == null ? null : new ProjectId(project),
                new UnitId(row.getObject("unit_id", UUID.class)),
                DbTime.read(row, "starts"),
                person(row, "held_id"),
                person(row, "tried_id"));
    }

    private static @Nullable PersonId person(ResultSet row, String column) throws SQLException {
        var id = row.getObject(column, UUID.class);
        return id == null ? null : new PersonId(id);
    }
}
