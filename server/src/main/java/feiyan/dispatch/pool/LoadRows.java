package feiyan.dispatch.pool;

import feiyan.dispatch.Commitment;
import feiyan.dispatch.ServiceRules;
import feiyan.orders.OrderId;
import feiyan.orders.Slot;
import feiyan.platform.DbTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What people have to do and have done. */
@Repository
class LoadRows {

    /** What ended before neither overlaps with anything to come nor cuts its rest short. */
    private static final Duration STILL_FELT = Duration.ofDays(2);

    private static final Duration LATELY = Duration.ofDays(180);
    private static final Duration RECENTLY = Duration.ofDays(30);

    private final JdbcClient db;

    LoadRows(JdbcClient db) {
        this.db = db;
    }

    /** The minutes agreed, of services that took place; and how content people were with them. */
    record Served(int recentMinutes, int rating) {

        // Whoever has been graded by nobody counts as well liked but not as the best; three grades weigh as much as
        // that belief. So one bad day does not brand anybody, and newcomers are neither first nor last.
        private static final int BELIEF = 450;
        private static final int WEIGHT = 3;

        static final Served NOTHING = of(0, 0, 0);

        static Served of(int recentMinutes, long grades, int graded) {
            return new Served(recentMinutes, (int) ((grades + (long) WEIGHT * BELIEF) / (graded + WEIGHT)));
        }
    }

    Map<UUID, List<Booking>> bookings(Whose whose, Instant today) {
        var found = new HashMap<UUID, List<Booking>>();
        whose.ask(db, """
                select s.volunteer_id, s.order_id, s.starts, s.ends, o.latitude, o.longitude
                from seat s left join order_place o on o.county_id = :county and o.order_id = s.order_id
                where s.county_id = :county and s.ends > :since and s.state in ('TAKEN', 'PRESENT', 'SERVED') {some}
                order by s.starts, s.id
                """, "s.volunteer_id")
                .param("since", DbTime.of(today.minus(STILL_FELT)))
                .query(row -> {
                    found.computeIfAbsent(MemberRows.id(row), none -> new ArrayList<>(2))
                            .add(booking(row));
                });
        return found;
    }

    private static Booking booking(ResultSet row) throws SQLException {
        var time = new Slot(DbTime.read(row, "starts"), DbTime.read(row, "ends"));
        return new Booking(
                new OrderId(row.getObject("order_id", UUID.class)), new Commitment(time, MemberRows.place(row)));
    }

    Map<UUID, Map<LocalDate, Integer>> weeks(Whose whose, Instant today) {
        var found = new HashMap<UUID, Map<LocalDate, Integer>>();
        whose.ask(db, """
                select w.volunteer_id, w.week, w.booked_minutes from volunteer_week w
                where w.county_id = :county and w.week >= :week and w.booked_minutes > 0 {some}
                """, "w.volunteer_id")
                .param("week", ServiceRules.week(today).minusWeeks(1))
                .query(row -> {
                    found.computeIfAbsent(MemberRows.id(row), none -> new HashMap<>(2))
                            .put(row.getObject("week", LocalDate.class), row.getInt("booked_minutes"));
                });
        return found;
    }

    /** The grade of a service is the first that was given after it began: a later one is of its repetition. */
    Map<UUID, Served> served(Whose whose, Instant today) {
        var found = new HashMap<UUID, Served>();
        whose.ask(db, """
                select s.volunteer_id,
                  coalesce(sum(extract(epoch from s.ends - s.starts) / 60) filter (where s.ends > :recently), 0)::int
                    as recent,
                  coalesce(sum(g.hundredths), 0) as grades, count(g.hundredths) as graded
                from seat s
                left join lateral (
                  select g.hundredths from order_grade g
                  where g.county_id = :county and g.order_id = s.order_id and g.at >= s.starts
                  order by g.at limit 1) g on true
                where s.county_id = :county and s.ends > :lately and s.state = 'SERVED' {some}
                group by s.volunteer_id
                """, "s.volunteer_id")
                .param("recently", DbTime.of(today.minus(RECENTLY)))
                .param("lately", DbTime.of(today.minus(LATELY)))
                .query(row -> {
                    found.put(
                            MemberRows.id(row),
                            Served.of(row.getInt("recent"), row.getLong("grades"), row.getInt("graded")));
                });
        return found;
    }
}
