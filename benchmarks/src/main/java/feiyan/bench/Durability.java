package feiyan.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What makes a commit outlive a loss of power, as a session of the running database says it: no figure and no kill
 * shows whether it is on, and without it both would be praise for nothing.
 */
public final class Durability {

    /** Without these a commit is no promise. */
    public static final List<String> OF_A_COMMIT = List.of("fsync", "full_page_writes", "synchronous_commit");

    private static final String SET = "select name, setting from pg_settings where name = any(?)";

    private Durability() {}

    /**
     * Each setting with its value, which is on.
     *
     * @param connection one of those that are measured: a role may have settings of its own
     * @throws Unsound where one is not
     */
    public static SortedMap<String, String> mustBeOn(Connection connection, List<String> settings) throws SQLException {
        var all = new TreeMap<String, String>();
        settings.forEach(each -> all.put(each, "unknown"));
        try (var query = connection.prepareStatement(SET)) {
            query.setArray(1, connection.createArrayOf("text", settings.toArray()));
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    all.put(rows.getString(1), rows.getString(2));
                }
            }
        }
        var off = all.entrySet().stream()
                .filter(each -> !each.getValue().equals("on"))
                .map(each -> each.getKey() + " = " + each.getValue())
                .collect(Collectors.joining(", "));
        if (!off.isEmpty()) {
            throw new Unsound("the database is not durable: " + off);
        }
        return all;
    }
}
