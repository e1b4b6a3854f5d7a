package feiyan.access;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
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

    private final JdbcTemplate db;
    private final String sql;
    private Map<String, String> before;

    Digest(JdbcTemplate db) {
        this.db = db;
        var tables = db.queryForList(
                "select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'",
                String.class);
        sql = tables.stream()
                .filter(table -> !APART.contains(table))
                .map(
                        "select '%1$s' as name, count(*) || ':' || coalesce(sum(t.xmin::text::bigint), 0) as held from %1$s t"
                                ::formatted)
                .collect(Collectors.joining(" union all "));
        before = now();
    }

    /** From now on this is how it was. */
    void takeAnew() {
        before = now();
    }

    private Map<String, String> now() {
        return Objects.requireNonNull(
                db.execute((Connection connection) -> read(connection.unwrap(PGConnection.class))));
    }

    /** Past the listener that hears the application: this question spans the counties, and is none of its own. */
    private Map<String, String> read(PGConnection unheard) throws SQLException {
        var held = new TreeMap<String, String>();
        try (var statement = ((Connection) unheard).createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                held.put(rows.getString("name"), rows.getString("held"));
            }
        }
        return held;
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

    /** The tables that are not as they were. Where nothing was sent that writes, nothing need be read. */
    List<String> changed(List<String> sent) {
        return sent.stream().anyMatch(Digest::writes) ? difference() : List.of();
    }

    private static boolean writes(String sql) {
        return WRITING.matcher(sql).find()
                && APART.stream()
                        .noneMatch(table -> sql.toLowerCase(Locale.ROOT).contains(table));
    }

    List<String> difference() {
        var now = now();
        return now.keySet().stream()
                .filter(table -> !Objects.equals(now.get(table), before.get(table)))
                .toList();
    }
}
