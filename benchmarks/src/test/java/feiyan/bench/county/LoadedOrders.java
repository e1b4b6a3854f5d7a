package feiyan.bench.county;

import feiyan.orders.OrderId;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Orders of a loaded past, found by what became of them. */
record LoadedOrders(House house) {

    /** A loaded order of so many seats, for which each was asked in person. */
    OrderId past(int seats, boolean refused) throws SQLException {
        return loaded("""
                o.headcount = %d and o.version = %d and not exists (
                  select from offer f where f.order_id = o.id and f.team_id is not null)
                """.formatted(seats, refused ? 9 : 7));
    }

    /** @param led whether the leader was one of those who came */
    OrderId byTeam(int seats, boolean led) throws SQLException {
        return loaded("""
                o.headcount = %d and o.version = 7 and exists (
                  select from offer f join team t on t.id = f.team_id where f.order_id = o.id and %s (
                    select from seat s where s.order_id = o.id and s.volunteer_id = t.leader_id))
                """.formatted(seats, led ? "exists" : "not exists"));
    }

    private OrderId loaded(String which) throws SQLException {
        var all = pairs("""
                select '' as name, o.id::text as def from service_order o
                where o.placed_at < now() - interval '9 days' and\s""" + which + " order by o.id limit 1");
        return new OrderId(UUID.fromString(all.getOrDefault("", "")));
    }

    /** What a query names, by its name. */
    Map<String, String> pairs(String sql) throws SQLException {
        var pairs = new TreeMap<String, String>();
        try (var database = house.asOwner();
                var statement = database.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                pairs.put(rows.getString("name"), rows.getString("def"));
            }
        }
        return pairs;
    }
}
