package feiyan.access;

import java.sql.Connection;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;
import org.postgresql.jdbc.AutoSave;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What the database holds, in one number for each table: any row that comes, goes or is written anew changes it.
 * Sessions, throttles, cursors and answers kept are not looked at: they follow the request, not what it asked for.
 */
final class Digest {

    private static final List<String> APART = List.of(
            "spring_session",
            "spring_session_attributes",
            "stay",
            "known_device",
            "throttle",
            "outbox_cursor",
            "flyway_schema_history",
            "api_token", // when it was used last; what becomes of one stands in its events
            "api_replay", // what was answered
            "audit_act", // that somebody was denied is written down, too
            "audit_waiting");

    private static final Pattern WRITING =
            Pattern.compile("\\b(insert|update|delete|truncate|merge)\\b", Pattern.CASE_INSENSITIVE);

    /**
     * The tables into which this transaction wrote, triggers' own rows among them, taken back to a savepoint or not.
     */
    private static final String WRITTEN_HERE = """
            select relname, '' from pg_class
            where relnamespace = 'public'::regnamespace and relkind = 'r'
              and pg_stat_get_xact_tuples_inserted(oid) + pg_stat_get_xact_tuples_updated(oid)
                + pg_stat_get_xact_tuples_deleted(oid) > 0
            """;

    private final JdbcTemplate db;
    private final NavigableSet<String> tables;
    private Map<String, String> before;

    Digest(JdbcTemplate db) {
        this.db = db;
        tables = new TreeSet<>(db.queryForList(
                "select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'",
                String.class));
        APART.forEach(tables::remove);
        before = now(tables);
    }

    /** From now on this is how it was. */
    void takeAnew() {
        before = now(tables);
    }

    private Map<String, String> now(Collection<String> tables) {
        return tables.isEmpty()
                ? Map.of()
                : read(tables.stream()
                        .map(
                                "select '%1$s', count(*) || ':' || coalesce(sum(t.xmin::text::bigint), 0) from %1$s t"
                                        ::formatted)
                        .collect(Collectors.joining(" union all ")));
    }

    /** Past the listener that hears the application: this question spans the counties, and is none of its own. */
    private Map<String, String> read(String sql) {
        return Objects.requireNonNull(db.execute((Connection connection) -> {
            var unheard = (Connection) connection.unwrap(PGConnection.class);
            var held = new TreeMap<String, String>();
            try (var statement = unheard.createStatement();
                    var rows = statement.executeQuery(sql)) {
                while (rows.next()) {
                    held.put(rows.getString(1), rows.getString(2));
                }
            }
            return held;
        }));
    }

    /**
     * Without a transaction around it, a statement that fails takes no other with it: where that is relied upon, so it
     * is within this one, too.
     */
    void savepoints(boolean each) {
        db.execute((Connection connection) -> {
            connection.unwrap(PGConnection.class).setAutosave(each ? AutoSave.ALWAYS : AutoSave.NEVER);
            return each;
        });
    }

    /**
     * The tables that are not as they were, asked in the transaction in which these statements were sent. Looked at are
     * those it wrote itself and those that a statement that writes names, which may have gone another way: to count all
     * of them took longer than what was asked.
     */
    List<String> changed(List<String> sent) {
        var writing = sent.stream()
                .filter(statement -> WRITING.matcher(statement).find())
                .map(statement -> statement.toLowerCase(Locale.ROOT))
                .toList();
        if (writing.isEmpty()) {
            return List.of();
        }
        var touched = read(WRITTEN_HERE).keySet();
        return difference(tables.stream()
                .filter(table ->
                        touched.contains(table) || writing.stream().anyMatch(statement -> statement.contains(table)))
                .toList());
    }

    /** All tables that are not as they were. */
    List<String> difference() {
        return difference(tables);
    }

    private List<String> difference(Collection<String> looked) {
        var now = now(looked);
        return now.keySet().stream()
                .filter(table -> !Objects.equals(now.get(table), before.get(table)))
                .toList();
    }
}
