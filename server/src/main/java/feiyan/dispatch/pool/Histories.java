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
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was before, for any number of orders: three queries. */
@Repository
class Histories {

    private static final Duration LATELY = Duration.ofDays(180);

    private final JdbcClient db;
    private final InstantSource clock;

    Histories(JdbcClient db, InstantSource clock) {
        this.db = db;
        this.clock = clock;
    }

    /** For each of the orders, also where there is nothing to tell. */
    Map<OrderId, History> of(CountyId county, Collection<OrderId> orders) {
        var ids = orders.stream().map(OrderId::value).distinct().toArray(UUID[]::new);
        var own = own(county, ids);
        var asked = asked(county, ids);
        var visits = visits(county, ids);
        var histories = new HashMap<OrderId, History>();
        for (var id : orders) {
            histories.put(
                    id,
                    new History(
                            own.getOrDefault(id, Set.of()),
                            asked.getOrDefault(id, Set.of()),
                            visits.getOrDefault(id, Map.of())));
        }
        return histories;
    }

    private Map<OrderId, Set<PersonId>> own(CountyId county, UUID[] orders) {
        return people("""
                select o.order_id, p.id as volunteer_id
                from order_origin o cross join lateral (values (o.requester_id), (o.placed_by_id)) p (id)
                where o.county_id = :county and o.order_id = any(:orders) and p.id is not null
                """, county, orders);
    }

    /** Whose offer was withdrawn is free to be asked again: others were faster, or the time was moved. */
    private Map<OrderId, Set<PersonId>> asked(CountyId county, UUID[] orders) {
        return people("""
                select f.order_id, f.volunteer_id from offer f
                where f.county_id = :county and f.order_id = any(:orders) and f.volunteer_id is not null
                  and f.state in ('OPEN', 'DECLINED', 'EXPIRED', 'RETURNED')
                union
                select q.order_id, q.volunteer_id from offer_queue q
                where q.county_id = :county and q.order_id = any(:orders) and q.volunteer_id is not null
                union
                select s.order_id, s.volunteer_id from seat s
                where s.county_id = :county and s.order_id = any(:orders)
                  and s.state in ('TAKEN', 'PRESENT', 'GIVEN_BACK', 'NO_SHOW')
                """, county, orders);
    }

    private Map<OrderId, Set<PersonId>> people(String sql, CountyId county, UUID[] orders) {
        var found = new HashMap<OrderId, Set<PersonId>>();
        db.sql(sql).param("county", county.value()).param("orders", orders).query(row -> {
            found.computeIfAbsent(order(row), none -> new HashSet<>()).add(volunteer(row));
        });
        return found;
    }

    /** What was confidential says nothing here, not even that somebody came. */
    private Map<OrderId, Map<PersonId, History.Visits>> visits(CountyId county, UUID[] orders) {
        var found = new HashMap<OrderId, Map<PersonId, History.Visits>>();
        db.sql("""
                select w.order_id, s.volunteer_id, count(*) as visits, max(s.ends) as last
                from order_origin w
                join order_origin o on o.county_id = :county and o.requester_id = w.requester_id
                  and o.order_id <> w.order_id and not o.confidential
                join seat s on s.county_id = :county and s.order_id = o.order_id and s.state = 'SERVED'
                  and s.ends > :since
                where w.county_id = :county and w.order_id = any(:orders)
                group by w.order_id, s.volunteer_id
                """)
                .param("county", county.value())
                .param("since", DbTime.of(clock.instant().minus(LATELY)))
                .param("orders", orders)
                .query(row -> {
                    found.computeIfAbsent(order(row), none -> new HashMap<>())
                            .put(volunteer(row), new History.Visits(row.getInt("visits"), last(row)));
                });
        return found;
    }

    private static Instant last(ResultSet row) throws SQLException {
        return DbTime.read(row, "last");
    }

    private static OrderId order(ResultSet row) throws SQLException {
        return new OrderId(row.getObject("order_id", UUID.class));
    }

    private static PersonId volunteer(ResultSet row) throws SQLException {
        return new PersonId(row.getObject("volunteer_id", UUID.class));
    }
}
