package feiyan.bench.county;

import feiyan.orders.OrderId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * All rows of the database that belong to one order, in whatever table they are, as what is alike for all such orders:
 * codes and counts by their value, everything else only whether it is there.
 */
final class LeftRows {

    private static final JsonMapper JSON = new JsonMapper();
    /** Drawn by chance, or by what somebody served before. */
    private static final List<String> LUCK = List.of(
            "number",
            "minutes",
            "metres",
            "days_since_asked",
            "booked_minutes",
            "visits",
            "asked_before",
            "timeliness",
            "attitude",
            "quality",
            "duration_minutes",
            "names",
            "area_code",
            "limit_minutes",
            "stamp",
            "way");

    /** The columns by which a table's rows name an order, its offers, its seats or whose week they stand in. */
    private static final String TABLES = """
            select c.table_name, string_agg(c.column_name, ',' order by c.column_name) as by
            from information_schema.columns c
            join information_schema.tables t using (table_schema, table_name)
            where c.table_schema = 'public' and t.table_type = 'BASE TABLE'
              and (c.column_name in ('order_id', 'offer_id', 'seat_id', 'subject_id', 'about_id')
                or c.table_name in ('service_order', 'offer', 'seat') and c.column_name = 'id')
            group by c.table_name
            """;

    private final Connection database;

    LeftRows(Connection database) {
        this.database = database;
    }

    /** One line for each row, sorted: {@code seat_event: actor_id=*, command=take, …}. */
    List<String> of(OrderId order) throws SQLException {
        var rows = new TreeSet<String>();
        var count = new TreeMap<String, Integer>();
        var ids = """
                select id from service_order where id = '%1$s' union all
                select id from offer where order_id = '%1$s' union all
                select id from seat where order_id = '%1$s'""".formatted(order.value());
        for (var table : tables().entrySet()) {
            var condition = table.getValue().stream()
                    .map(column -> "x." + column + " in (" + ids + ")")
                    .collect(Collectors.joining(" or "));
            for (var row : query("select to_jsonb(x) from " + table.getKey() + " x where " + condition)) {
                var line = table.getKey() + ": " + alike(JSON.readTree(row));
                rows.add(line + " #" + count.merge(line, 1, Integer::sum));
            }
        }
        return List.copyOf(rows);
    }

    private Map<String, List<String>> tables() throws SQLException {
        var tables = new TreeMap<String, List<String>>();
        try (var statement = database.createStatement();
                var rows = statement.executeQuery(TABLES)) {
            while (rows.next()) {
                tables.put(
                        rows.getString("table_name"),
                        List.of(rows.getString("by").split(",")));
            }
        }
        return tables;
    }

    private List<String> query(String sql) throws SQLException {
        var found = new java.util.ArrayList<String>();
        try (var statement = database.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    private static String alike(JsonNode row) {
        return row.propertyStream()
                .filter(column -> !LUCK.contains(column.getKey()))
                .filter(column -> !column.getValue().isNull())
                .map(column -> column.getKey() + "=" + code(column.getValue()))
                .sorted()
                .collect(Collectors.joining(", "));
    }

    /** A word in signs of its own, a small number, yes or no; ids, times and what is sealed are just there. */
    private static String code(JsonNode value) {
        boolean isCode = value.isBoolean()
                || (value.isInt() && value.asInt() < 100)
                || (value.isString() && value.asString().matches("[A-Za-z_.]+"));
        return isCode ? value.asString() : "*";
    }
}
