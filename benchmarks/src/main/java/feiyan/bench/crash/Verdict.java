package feiyan.bench.crash;

import feiyan.bench.crash.Acknowledged.Of;
import feiyan.laws.Law;
import feiyan.laws.LawBook;
import feiyan.platform.database.WatchedDatabase;
import java.io.IOException;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Looks at one moment of the database, while everybody works on: what was promised before must be in it, once. */
final class Verdict {

    private static final Map<Of, String> MISSING = Map.of(Of.ORDER, """
            select a.id, a.version, a.state from unnest(?::uuid[], ?::int[], ?::text[]) a (id, version, state)
            where not exists (select 1 from order_event e where e.county_id = ? and e.order_id = a.id
              and e.version = a.version and e.to_state = a.state)
            """, Of.OFFER, """
            select a.id, a.version, a.state from unnest(?::uuid[], ?::int[], ?::text[]) a (id, version, state)
            where not exists (select 1 from offer_event e where e.county_id = ? and e.offer_id = a.id
              and e.to_state = a.state)
            """, Of.SEAT, """
            select a.id, a.version, a.state from unnest(?::uuid[], ?::int[], ?::text[]) a (id, version, state)
            where not exists (select 1 from seat_event e
              join attendance t on t.county_id = e.county_id and t.seat_id = e.seat_id
              where e.county_id = ? and e.seat_id = a.id and e.to_state = a.state
                and (a.state <> 'SERVED' or floor(extract(epoch from t.out_at - t.in_at) / 60)::int = a.version))
            """);

    private static final int SHOWN = 5;

    private final WatchedDatabase database;
    private final long county;

    Verdict(WatchedDatabase database, long county) {
        this.database = database;
        this.county = county;
    }

    /** @param atTheEnd whether all clients have heard of all they asked for */
    Found look(Ledger ledger, boolean atTheEnd) throws IOException, SQLException {
        var promises = ledger.promises();
        try (var connection = database.connect()) {
            execute(connection, "analyze");
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            var says = new ArrayList<String>();
            int lost = lost(connection, promises, says);
            int twice = twice(connection, says);
            if (atTheEnd) {
                twice += unknown(connection, ledger, says);
            }
            return new Found(lost, twice, illegal(connection, says), says);
        }
    }

    private int lost(Connection connection, List<Acknowledged> promises, List<String> says) throws SQLException {
        int lost = 0;
        for (var of : Of.values()) {
            var these = promises.stream().filter(each -> each.of() == of).toList();
            try (var query = connection.prepareStatement(MISSING.get(of))) {
                query.setArray(1, array(connection, "uuid", these.stream().map(Acknowledged::id)));
                query.setArray(2, array(connection, "int", these.stream().map(Acknowledged::version)));
                query.setArray(3, array(connection, "text", these.stream().map(Acknowledged::state)));
                query.setLong(4, county);
                lost += rows(query.executeQuery(), "lost: " + of + " ", says);
            }
        }
        return lost;
    }

    private static Array array(Connection connection, String type, Stream<?> values) throws SQLException {
        return connection.createArrayOf(type, values.toArray());
    }

    /** A client asks for one of each; an order's second round would be another, and nobody asks for one here. */
    private int twice(Connection connection, List<String> says) throws SQLException {
        var sql = """
                select 'offers of ' || order_id from offer where county_id = %1$d group by order_id having count(*) > 1
                union all
                select 'seats of ' || order_id from seat where county_id = %1$d group by order_id having count(*) > 1
                union all
                select 'ratings of ' || order_id from order_rating where county_id = %1$d
                  group by order_id having count(*) > 1
                union all
                select e.command || ' of ' || e.order_id from order_event e where e.county_id = %1$d
                  group by e.order_id, e.command having count(*) > 1
                """.formatted(county);
        return rows(connection, sql, "twice: ", says);
    }

    /** Once every client has heard of all that it asked for, there is no order of which none of them knows. */
    private int unknown(Connection connection, Ledger ledger, List<String> says) throws SQLException {
        var sql = """
                select 'an order that nobody was told of: ' || o.id from service_order o
                where o.county_id = ? and o.id <> all (?)
                """;
        try (var query = connection.prepareStatement(sql)) {
            query.setLong(1, county);
            query.setArray(2, array(connection, "uuid", ledger.orders().stream()));
            return rows(query.executeQuery(), "twice: ", says);
        }
    }

    private static int illegal(Connection connection, List<String> says) throws SQLException {
        int illegal = 0;
        for (Law law : LawBook.all()) {
            illegal += rows(connection, law.breaches(), "not so: " + law.says() + ": ", says);
        }
        return illegal;
    }

    private static int rows(Connection connection, String sql, String said, List<String> says) throws SQLException {
        try (var statement = connection.createStatement()) {
            return rows(statement.executeQuery(sql), said, says);
        }
    }

    private static int rows(ResultSet rows, String said, List<String> says) throws SQLException {
        int count = 0;
        while (rows.next()) {
            if (count++ < SHOWN) {
                var cells = new StringBuilder(said);
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    cells.append(rows.getString(i)).append(' ');
                }
                says.add(cells.toString().strip());
            }
        }
        return count;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
