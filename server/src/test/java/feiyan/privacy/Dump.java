package feiyan.privacy;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.core.env.Environment;

/**
 * Every row of every table as the database writes it out, and every value of every column of bytes: what a thief of the
 * disk would hold.
 *
 * @param rows as {@code table: row}
 * @param bytes as {@code table.column: hex}
 */
record Dump(Set<String> rows, Set<String> bytes) {

    static Dump of(Environment house) throws SQLException {
        var rows = new HashSet<String>();
        var bytes = new HashSet<String>();
        try (var database = DriverManager.getConnection(
                house.getRequiredProperty("spring.datasource.url"),
                house.getRequiredProperty("spring.datasource.username"),
                house.getRequiredProperty("spring.datasource.password"))) {
            for (var table : all(database, """
                    select c.oid::regclass::text from pg_class c
                    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
                    """)) {
                all(database, "select t::text from " + table + " t").forEach(row -> rows.add(table + ": " + row));
            }
            for (var column : all(database, """
                    select c.oid::regclass || '.' || quote_ident(a.attname) from pg_class c
                    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
                      and a.atttypid = 'bytea'::regtype
                    """)) {
                bytes.addAll(bytesOf(database, column));
            }
        }
        return new Dump(rows, bytes);
    }

    private static List<String> bytesOf(Connection database, String column) throws SQLException {
        var at = column.lastIndexOf('.');
        return all(
                        database,
                        "select encode(%s, 'hex') from %s where %1$s is not null"
                                .formatted(column.substring(at + 1), column.substring(0, at)))
                .stream()
                .map(value -> column + ": " + value)
                .toList();
    }

    private static List<String> all(Connection database, String sql) throws SQLException {
        var found = new ArrayList<String>();
        try (var statement = database.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    /** The rows in which one of the words stands, in clear or as plain bytes. */
    Stream<String> with(Set<String> words) {
        return rows.stream().filter(row -> words.stream().anyMatch(word -> contains(row, word)));
    }

    private static boolean contains(String row, String word) {
        var hex = HexFormat.of().formatHex(word.getBytes(StandardCharsets.UTF_8));
        var text = row.toLowerCase(Locale.ROOT);
        return text.contains(word) || text.contains(hex);
    }

    /** The sealed and hashed values that are here and were not there before. */
    Set<String> bytesSince(Dump before) {
        var since = new TreeSet<>(bytes);
        since.removeAll(before.bytes);
        return since;
    }
}
