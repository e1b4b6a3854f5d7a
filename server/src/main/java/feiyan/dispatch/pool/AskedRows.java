package feiyan.dispatch.pool;

import feiyan.platform.DbTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whom was asked when, and how they answered; offers to their teams are not offers to them. */
@Repository
class AskedRows {

    private static final Duration LATELY = Duration.ofDays(180);
    private static final Duration WEEK = Duration.ofDays(7);

    private final JdbcClient db;

    AskedRows(JdbcClient db) {
        this.db = db;
    }

    record Asked(
            Answering answering, List<Instant> at, @Nullable Instant last) {

        static final Asked NEVER = new Asked(Answering.NEVER_ASKED, List.of(), null);
    }

    /**
     * The second event of an offer that was answered is the answer. Who took an open seat made the offer to themselves:
     * nobody asked. {@code offset 0} has the events looked up offer by offer: else planners read those of all years.
     */
    Map<UUID, Asked> of(Whose whose, Instant today) {
        var found = new HashMap<UUID, Asked>();
        whose.ask(db, """
                select f.volunteer_id, max(f.made_at) as last,
                  array_agg(f.made_at order by f.made_at) filter (where f.made_at > :week_ago) as at,
                  count(*) filter (where f.state in ('ACCEPTED', 'RETURNED', 'DECLINED', 'EXPIRED')) as asked,
                  count(*) filter (where f.state in ('ACCEPTED', 'RETURNED', 'DECLINED')) as in_time,
                  count(*) filter (where f.state in ('ACCEPTED', 'RETURNED')) as yes,
                  coalesce(avg(extract(epoch from e.at - f.made_at) / 60)
                    filter (where f.state in ('ACCEPTED', 'RETURNED', 'DECLINED')), 0)::float8 as mean_minutes
                from offer f
                left join lateral (
                  select e.at from offer_event e
                  where e.county_id = :county and e.offer_id = f.id and e.version = 2 offset 0) e on true
                where f.county_id = :county and f.volunteer_id is not null and f.made_at > :lately {some}
                  and not exists (
                    select from offer_event m
                    where m.county_id = :county and m.offer_id = f.id and m.version = 1
                      and m.actor_id = f.volunteer_id offset 0)
                group by f.volunteer_id
                """, "f.volunteer_id")
                .param("week_ago", DbTime.of(today.minus(WEEK)))
                .param("lately", DbTime.of(today.minus(LATELY)))
                .query(row -> {
                    found.put(MemberRows.id(row), asked(row));
                });
        return found;
    }

    private static Asked asked(ResultSet row) throws SQLException {
        var answering = new Answering(
                row.getInt("asked"), row.getInt("in_time"), row.getInt("yes"), row.getDouble("mean_minutes"));
        return new Asked(answering, moments(row), DbTime.read(row, "last"));
    }

    private static List<Instant> moments(ResultSet row) throws SQLException {
        var array = row.getArray("at");
        return array == null
                ? List.of()
                : Arrays.stream((Timestamp[]) array.getArray())
                        .map(Timestamp::toInstant)
                        .toList();
    }
}
