package feiyan.orders;

import feiyan.orders.OrderSearchTokens.Words;
import feiyan.platform.CountyId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Writes what orders can be found by. Made anew from the words at any time, and without words where they are erased.
 */
@Repository
class OrderSearchIndex {

    /** Names change seldom; their md5 in the index says whether they did. They are public, so it hides nothing. */
    private static final String NAMES = "md5(coalesce(p.name, '') || '/' || u.name)";

    private final JdbcClient jdbc;
    private final OrderWords words;
    private final OrderSearchTokens tokens;

    OrderSearchIndex(JdbcClient jdbc, OrderWords words, OrderSearchTokens tokens) {
        this.jdbc = jdbc;
        this.words = words;
        this.tokens = tokens;
    }

    private record Entry(UUID order, String names, boolean erased, List<Integer> tokens) {}

    void write(CountyId county, Collection<OrderId> orders) {
        var entries = read(county, orders);
        var sql = new StringBuilder("insert into order_search (county_id, order_id, tokens, names, erased) values ");
        for (int at = 0; at < entries.size(); at++) {
            sql.append(at == 0 ? "" : ", ")
                    .append("(:county, :id%1$d, :tokens%1$d, :names%1$d, :erased%1$d)".formatted(at));
        }
        var statement = jdbc.sql(sql + """
                 on conflict (county_id, order_id) do update
                set tokens = excluded.tokens, names = excluded.names, erased = excluded.erased
                """).param("county", county.value());
        for (int at = 0; at < entries.size(); at++) {
            var entry = entries.get(at);
            statement = statement
                    .param("id" + at, entry.order())
                    .param("tokens" + at, entry.tokens().toArray(Integer[]::new))
                    .param("names" + at, entry.names())
                    .param("erased" + at, entry.erased());
        }
        if (!entries.isEmpty()) {
            statement.update();
        }
    }

    /** Whether it has not moved on since: the next move's own row follows, and would write the same again. */
    boolean isLatest(CountyId county, OrderId order, int version) {
        return jdbc.sql("select version <= :version from service_order where county_id = :county and id = :order")
                .param("county", county.value())
                .param("order", order.value())
                .param("version", version)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    private List<Entry> read(CountyId county, Collection<OrderId> orders) {
        return jdbc.sql("""
                select o.id, o.number, p.name as project, u.name as station, %s as names,
                  w.need, w.recipient_name, w.phone, w.erased_at is not null as erased
                from service_order o
                join unit u on u.county_id = :county and u.id = o.station_id
                left join project p on p.county_id = :county and p.id = o.project_id
                left join order_words w on w.county_id = :county and w.order_id = o.id
                where o.county_id = :county and o.id = any(:orders)
                order by o.id
                """.formatted(NAMES))
                .param("county", county.value())
                .param("orders", orders.stream().map(OrderId::value).toArray(UUID[]::new))
                .query((row, number) -> entry(county, row))
                .list();
    }

    private Entry entry(CountyId county, ResultSet row) throws SQLException {
        var order = new OrderId(row.getObject("id", UUID.class));
        var found = new Words(
                words.open(county, "need", order, row.getBytes("need")),
                words.open(county, "recipient_name", order, row.getBytes("recipient_name")),
                words.open(county, "phone", order, row.getBytes("phone")),
                orNothing(row.getString("project")),
                row.getString("station"),
                row.getString("number"));
        return new Entry(order.value(), row.getString("names"), row.getBoolean("erased"), tokens.of(county, found));
    }

    /**
     * Orders that are not in the index, or stand there with words since erased or with a name since changed: the next
     * ones after this one, so that those who go through all look at each once.
     */
    List<OrderId> behind(CountyId county, OrderId after, int atMost) {
        return new ArrayList<>(jdbc.sql("""
                select o.id
                from service_order o
                join unit u on u.county_id = :county and u.id = o.station_id
                left join project p on p.county_id = :county and p.id = o.project_id
                left join order_words w on w.county_id = :county and w.order_id = o.id
                left join order_search s on s.county_id = :county and s.order_id = o.id
                where o.county_id = :county and o.id > :after
                  and (s.order_id is null or s.names <> %s or s.erased <> (w.erased_at is not null))
                order by o.id
                limit :most
                """.formatted(NAMES))
                .param("county", county.value())
                .param("after", after.value())
                .param("most", atMost)
                .query((row, number) -> new OrderId(row.getObject("id", UUID.class)))
                .list());
    }

    private static String orNothing(@Nullable String name) {
        return name == null ? "" : name;
    }
}
