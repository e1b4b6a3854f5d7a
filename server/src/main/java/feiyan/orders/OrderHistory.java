package feiyan.orders;

import feiyan.accounts.PersonId;
import feiyan.platform.CountyId;
import feiyan.units.UnitId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what happened to an order, the oldest first. A life has a dozen events; a hundred end the reading. */
@Repository
class OrderHistory {

    private static final int LONGEST = 100;

    /**
     * Since when order o has waited to be dispatched. Null where its last event is not seen: who waited for the row
     * sees it as it is, but the events as they were before.
     */
    static final String WAITS_SINCE = """
            (select w.at from order_event w
              where w.county_id = :county and w.order_id = o.id and w.command in (%s) and exists (
                select from order_event l where l.county_id = :county and l.order_id = o.id and l.version = o.version)
              order by w.version desc limit 1)""".formatted(Deadlines.TO_BE_DISPATCHED.stream()
            .map(verb -> "'" + verb.code() + "'")
            .collect(Collectors.joining(", ")));

    private final JdbcClient jdbc;

    OrderHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Happening> of(CountyId county, OrderId order) {
        return jdbc.sql("""
                select version, from_state, command, to_state, at, actor_id, unit_id, reason from (
                  select * from order_event
                  where county_id = :county and order_id = :order
                  order by version desc limit :longest) latest
                order by version
                """)
                .param("county", county.value())
                .param("order", order.value())
                .param("longest", LONGEST)
                .query(OrderHistory::map)
                .list();
    }

    /** Those of many orders in one query. */
    Map<OrderId, List<Happening>> of(CountyId county, Collection<OrderId> orders) {
        var histories = new HashMap<OrderId, List<Happening>>();
        jdbc.sql("""
                select order_id, version, from_state, command, to_state, at, actor_id, unit_id, reason from order_event
                where county_id = :county and order_id = any(:orders)
                order by order_id, version
                """)
                .param("county", county.value())
                .param("orders", orders.stream().map(OrderId::value).toArray(UUID[]::new))
                .query(row -> {
                    histories
                            .computeIfAbsent(
                                    new OrderId(row.getObject("order_id", UUID.class)), order -> new ArrayList<>())
                            .add(map(row, 0));
                });
        return histories;
    }

    private static Happening map(ResultSet row, int number) throws SQLException {
        var actor = row.getObject("actor_id", UUID.class);
        return new Happening(
                row.getInt("version"),
                State.valueOf(row.getString("from_state")),
                Verb.of(row.getString("command")),
                State.valueOf(row.getString("to_state")),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                actor == null ? null : new PersonId(actor),
                new UnitId(row.getObject("unit_id", UUID.class)),
                row.getString("reason"));
    }
}
