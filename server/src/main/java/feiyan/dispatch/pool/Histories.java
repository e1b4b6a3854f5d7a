package feiyan.dispatch.pool;

import feiyan.accounts.PersonId;
import feiyan.dispatch.pool.VisitRows.Visit;
import feiyan.orders.OrderId;
import feiyan.platform.CountyId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was before, for any number of orders: three queries. */
@Repository
class Histories {

    private final JdbcClient db;
    private final VisitRows visits;

    Histories(JdbcClient db, VisitRows visits) {
        this.db = db;
        this.visits = visits;
    }

    /** For each of the orders, also where there is nothing to tell. */
    Map<OrderId, History> of(CountyId county, Collection<OrderId> orders) {
        var ids = orders.stream().map(OrderId::value).distinct().toArray(UUID[]::new);
        var origins = origins(county, ids);
        var asked = asked(county, ids);
        var served = new Served(visits.to(county, requesters(origins)));
        var histories = new HashMap<OrderId, History>();
        for (var id : orders) {
            var origin = origins.getOrDefault(id, Origin.UNKNOWN);
            histories.put(
                    id, new History(origin.people(), asked.getOrDefault(id, Set.of()), served.before(id, origin)));
        }
        return histories;
    }

    /** Who needs it and who wrote it down. */
    private record Origin(
            @Nullable PersonId requester, @Nullable PersonId placer) {

        static final Origin UNKNOWN = new Origin(null, null);

        Set<PersonId> people() {
            return Stream.of(requester, placer).flatMap(Stream::ofNullable).collect(Collectors.toUnmodifiableSet());
        }
    }

    private Map<OrderId, Origin> origins(CountyId county, UUID[] orders) {
        var found = new HashMap<OrderId, Origin>();
        db.sql("""
                select o.order_id, o.requester_id, o.placed_by_id from order_origin o
                where o.county_id = :county and o.order_id = any(:orders)
                """).param("county", county.value()).param("orders", orders).query(row -> {
            found.put(order(row), new Origin(person(row, "requester_id"), person(row, "placed_by_id")));
        });
        return found;
    }

    private static Set<PersonId> requesters(Map<OrderId, Origin> origins) {
        return origins.values().stream()
                .map(Origin::requester)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    /** Whose offer was withdrawn is free to be asked again: others were faster, or the time was moved. */
    private Map<OrderId, Set<PersonId>> asked(CountyId county, UUID[] orders) {
        var found = new HashMap<OrderId, Set<PersonId>>();
        db.sql("""
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
                """).param("county", county.value()).param("orders", orders).query(row -> {
            found.computeIfAbsent(order(row), none -> new HashSet<>())
                    .add(Objects.requireNonNull(person(row, "volunteer_id")));
        });
        return found;
    }

    private static OrderId order(ResultSet row) throws SQLException {
        return new OrderId(row.getObject("order_id", UUID.class));
    }

    private static @Nullable PersonId person(ResultSet row, String column) throws SQLException {
        var id = row.getObject(column, UUID.class);
        return id == null ? null : new PersonId(id);
    }

    /** Visits counted once for a requester, whose orders may be many, rather than once for each of them. */
    private static final class Served {

        private final Map<PersonId, List<Visit>> visits;
        private final Map<PersonId, Map<PersonId, History.Visits>> counted = new HashMap<>();

        Served(Map<PersonId, List<Visit>> visits) {
            this.visits = visits;
        }

        /** What came of the order itself, which was taken up again, is not before it. */
        Map<PersonId, History.Visits> before(OrderId order, Origin origin) {
            var requester = origin.requester();
            var all = requester == null ? List.<Visit>of() : visits.getOrDefault(requester, List.of());
            if (requester == null || all.isEmpty()) {
                return Map.of();
            }
            boolean again = all.stream().anyMatch(visit -> visit.order().equals(order));
            return again
                    ? counted(all.stream().filter(visit -> !visit.order().equals(order)))
                    : counted.computeIfAbsent(requester, once -> counted(all.stream()));
        }

        private static Map<PersonId, History.Visits> counted(Stream<Visit> visits) {
            return visits.collect(Collectors.toMap(
                    Visit::volunteer, visit -> new History.Visits(1, visit.ended()), History.Visits::and));
        }
    }
}
