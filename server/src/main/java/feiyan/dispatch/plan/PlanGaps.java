package feiyan.dispatch.plan;

import feiyan.dispatch.Obstacle;
import feiyan.orders.OrderId;
import feiyan.orders.Slot;
import feiyan.platform.CountyId;
import feiyan.platform.DbTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Seats for which a plan has nobody, and why. */
@Repository
class PlanGaps {

    private final JdbcClient db;

    PlanGaps(JdbcClient db) {
        this.db = db;
    }

    void add(CountyId county, PlanId plan, List<PlanGap> gaps) {
        db.sql("""
                insert into plan_gap (county_id, plan_id, order_id, seats, unfillable, starts, ends, skill, skilled,
                  obstacles, counts)
                select :county, :plan, g.order_id, g.seats, g.unfillable, g.starts, g.ends, g.skill, g.skilled,
                  string_to_array(g.obstacles, ','), string_to_array(g.counts, ',')::int[]
                from unnest(:orders::uuid[], :seats::int[], :unfillable::int[], :starts::timestamptz[],
                  :ends::timestamptz[], :skills::text[], :skilled::int[], :obstacles::text[], :counts::text[])
                  as g(order_id, seats, unfillable, starts, ends, skill, skilled, obstacles, counts)
                """)
                .param("county", county.value())
                .param("plan", plan.value())
                .param("orders", gaps.stream().map(gap -> gap.order().value()).toArray(UUID[]::new))
                .param("seats", gaps.stream().map(PlanGap::seats).toArray(Integer[]::new))
                .param("unfillable", gaps.stream().map(PlanGap::unfillable).toArray(Integer[]::new))
                .param(
                        "starts",
                        texts(
                                gaps,
                                gap -> gap.time() == null ? null : gap.time().from()))
                .param(
                        "ends",
                        texts(
                                gaps,
                                gap -> gap.time() == null ? null : gap.time().to()))
                .param("skills", texts(gaps, PlanGap::skill))
                .param("skilled", gaps.stream().map(PlanGap::skilled).toArray(Integer[]::new))
                .param("obstacles", texts(gaps, gap -> joined(gap.against().keySet())))
                .param("counts", texts(gaps, gap -> joined(gap.against().values())))
                .update();
    }

    List<PlanGap> of(CountyId county, PlanId plan) {
        return db.sql("""
                select g.order_id, g.seats, g.unfillable, g.starts, g.ends, g.skill, g.skilled, g.obstacles, g.counts
                from plan_gap g where g.county_id = :county and g.plan_id = :plan order by g.skill, g.order_id
                """)
                .param("county", county.value())
                .param("plan", plan.value())
                .query(PlanGaps::gap)
                .list();
    }

    private static PlanGap gap(ResultSet row, int number) throws SQLException {
        var starts = DbTime.readNullable(row, "starts");
        return new PlanGap(
                new OrderId(row.getObject("order_id", UUID.class)),
                row.getInt("seats"),
                row.getInt("unfillable"),
                starts == null ? null : new Slot(starts, DbTime.read(row, "ends")),
                row.getString("skill"),
                row.getInt("skilled"),
                against(row));
    }

    private static Map<Obstacle, Integer> against(ResultSet row) throws SQLException {
        var obstacles = (String[]) row.getArray("obstacles").getArray();
        var counts = (Integer[]) row.getArray("counts").getArray();
        var against = new EnumMap<Obstacle, Integer>(Obstacle.class);
        for (int i = 0; i < obstacles.length; i++) {
            against.put(Obstacle.valueOf(obstacles[i]), counts[i]);
        }
        return against;
    }

    private static @Nullable String[] texts(List<PlanGap> gaps, Function<PlanGap, @Nullable Object> of) {
        return gaps.stream()
                .map(gap -> {
                    var value = of.apply(gap);
                    return value == null ? null : value.toString();
                })
                .toArray(String[]::new);
    }

    private static String joined(Collection<?> values) {
        return values.stream().map(String::valueOf).collect(Collectors.joining(","));
    }
}
