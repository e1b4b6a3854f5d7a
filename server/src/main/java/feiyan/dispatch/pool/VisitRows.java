package feiyan.dispatch.pool;

import feiyan.accounts.PersonId;
import feiyan.orders.OrderId;
import feiyan.platform.CountyId;
import feiyan.platform.DbTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who served whom lately. */
@Repository
class VisitRows {

    /**
     * Of one requester the latest so many count: whoever was served oftener within half a year, a home for the aged
     * that orders each day, has its regulars among these too.
     */
    static final int MOST = 100;

    private static final Duration LATELY = Duration.ofDays(180);

    private final JdbcClient db;
    private final InstantSource clock;

    VisitRows(JdbcClient db, InstantSource clock) {
        this.db = db;
        this.clock = clock;
    }

    record Visit(OrderId order, PersonId volunteer, Instant ended) {}

    /** Each requester's, once, however many orders they have. What was confidential does not even count as a visit. */
    Map<PersonId, List<Visit>> to(CountyId county, Collection<PersonId> requesters) {
        var found = new HashMap<PersonId, List<Visit>>();
        db.sql("""
                select w.requester_id, v.order_id, v.volunteer_id, v.ends
                from unnest(:requesters) as w (requester_id)
                cross join lateral (
                  select o.order_id, s.volunteer_id, s.ends
                  from order_origin o
                  join seat s on s.county_id = :county and s.order_id = o.order_id and s.state = 'SERVED'
                    and s.ends > :since
                  where o.county_id = :county and o.requester_id = w.requester_id and not o.confidential
                  order by s.ends desc, s.id limit :most) v
                """)
                .param("county", county.value())
                .param("since", DbTime.of(clock.instant().minus(LATELY)))
                .param("most", MOST)
                .param(
                        "requesters",
                        requesters.stream().map(PersonId::value).distinct().toArray(UUID[]::new))
                .query(row -> {
                    found.computeIfAbsent(person(row, "requester_id"), none -> new ArrayList<>())
                            .add(visit(row));
                });
        return found;
    }

    private static Visit visit(ResultSet row) throws SQLException {
        return new Visit(
                new OrderId(row.getObject("order_id", UUID.class)),
                person(row, "volunteer_id"),
                DbTime.read(row, "ends"));
    }

    private static PersonId person(ResultSet row, String column) throws SQLException {
        return new PersonId(row.getObject(column, UUID.class));
    }
}
