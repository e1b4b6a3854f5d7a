package feiyan.platform.database;

import feiyan.platform.KeyStock;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What the database of ours knows about itself: its last migration and the keys that it was sealed with. */
record DatabaseFacts(Login superuser) {

    record Found(int schema, Set<String> keys) {}

    /** Nothing of either where the first start was cut short before its migrations. */
    Found read() throws SQLException {
        try (var connection = atHome().connect()) {
            var schema = numbers(connection, "flyway_schema_history", "max(version::int)", "success");
            var keys = numbers(connection, "key_known", "key_id", "retired_at is null");
            return new Found(
                    schema.isEmpty() ? 0 : schema.getFirst(),
                    keys.stream().map(KeyStock::name).collect(Collectors.toCollection(TreeSet::new)));
        }
    }

    private Login atHome() {
        return new Login(
                superuser.url().replaceFirst("[^/]*$", Roles.DATABASE), superuser.user(), superuser.password());
    }

    private static List<Integer> numbers(Connection connection, String table, String what, String where)
            throws SQLException {
        try (var statement = connection.createStatement()) {
            var there = statement.executeQuery("select to_regclass('%s') is not null".formatted(table));
            there.next();
            if (!there.getBoolean(1)) {
                return List.of();
            }
            var numbers = new ArrayList<Integer>();
            var rows = statement.executeQuery("select %s from %s where %s".formatted(what, table, where));
            while (rows.next()) {
                numbers.add(rows.getInt(1));
            }
            return numbers;
        }
    }
}
