package feiyan.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import feiyan.cast.Village;
import feiyan.orders.WaitingOrders;
import feiyan.platform.AppClock;
import feiyan.platform.DbTime;
import feiyan.platform.database.FeiyanTest;
import feiyan.units.Actor;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The list of a volunteer in a county where two thousand orders wait, all of them at the center. */
@Tag("measured")
@FeiyanTest(properties = "feiyan.jobs=false")
class OpenSeatsSpeedTest {

    private static final int ORDERS = 2000;
    private static final int LOOKS = 21;

    /** Generous: a loaded machine. What is usual is printed. */
    private static final long MOST_MILLIS = 500;

    @Autowired
    private ApplicationContext house;

    @Autowired
    private OpenSeats seats;

    @Autowired
    private JdbcClient db;

    @Autowired
    private AppClock clock;

    @Test
    void isReadQuicklyAndNeverWholeTables() {
        var village = Village.in(house);
        var zhao = village.volunteer("Zhao Min");
        var model = village.approved(village.project(1, 40), Village.wednesday(clock.instant()));
        multiply(village, model.value());
        db.sql("analyze service_order").update();
        assertThat(seats.of(zhao).seats()).hasSizeGreaterThan(100);
        var took = LongStream.range(0, LOOKS).map(_ -> millis(zhao)).sorted().toArray();
        System.out.printf(
                "open seats of %d orders: median %d ms, slowest %d ms%n", ORDERS, took[LOOKS / 2], took[LOOKS - 1]);
        assertThat(took[LOOKS / 2]).isLessThan(MOST_MILLIS);
        assertThat(plan(village)).doesNotContain("Seq Scan on service_order");
    }

    private long millis(Actor zhao) {
        long begin = System.nanoTime();
        assertThat(seats.of(zhao).seats()).hasSizeLessThanOrEqualTo(OpenSeats.LOOKED_AT);
        return Duration.ofNanos(System.nanoTime() - begin).toMillis();
    }

    /**
     * Copies of one order with its history, in the days to come and in the kilometres around; and many that are over.
     */
    private void multiply(Village village, UUID model) {
        db.sql("""
                with made as (
                  insert into service_order (county_id, id, version, state, number, unit_id, station_id,
                    dispatching_unit_id, project_id, channel, requester_id, placed_by, headcount, duration_minutes,
                    latitude, longitude, window_from, window_to, placed_at)
                  select o.county_id, gen_random_uuid(), o.version, o.state, 'X' || n, :center, :center, :center,
                    o.project_id, o.channel, o.requester_id, o.placed_by, o.headcount, o.duration_minutes,
                    o.latitude + (n % 100 - 50) * 0.002, o.longitude + (n / 100 - 10) * 0.002,
                    o.window_from + n % 7 * interval '1 day', o.window_to + n % 7 * interval '1 day', o.placed_at
                  from service_order o, generate_series(1, :many) n where o.county_id = :county and o.id = :model
                  returning county_id, id)
                insert into order_event (county_id, order_id, version, from_state, command, to_state, at, actor_id, unit_id)
                select m.county_id, m.id, e.version, e.from_state, e.command, e.to_state, e.at, e.actor_id, e.unit_id
                from made m join order_event e on e.county_id = :county and e.order_id = :model
                where m.county_id = :county
                """)
                .param("center", village.center.value())
                .param("many", ORDERS)
                .param("county", village.county.value())
                .param("model", model)
                .update();
    }

    /** As {@link WaitingOrders#within} asks. */
    private String plan(Village village) {
        return String.join(
                "\n",
                db.sql("""
                explain select o.id from service_order o
                where o.county_id = :county and o.unit_id = any(:units) and o.state in ('APPROVED', 'OFFERED')
                  and not o.confidential and o.window_to > :now order by o.window_to, o.id limit 400
                """)
                        .param("county", village.county.value())
                        .param("units", new UUID[] {village.station.value()})
                        .param("now", DbTime.of(clock.instant()))
                        .query(String.class)
                        .list());
    }
}
