package feiyan.bench.crash;

import feiyan.bench.Unsound;
import feiyan.platform.database.WatchedDatabase;
import java.io.IOException;
import java.sql.SQLException;

/**
 * What makes a commit outlive a loss of power, as the running database says it: no kill shows whether it is on, and a
 * run without it would be praise for nothing.
 */
final class Durability {

    private static final String OFF = """
            select string_agg(name || ' = ' || setting, ', ') from pg_settings
            where name in ('fsync', 'synchronous_commit', 'full_page_writes', 'data_checksums') and setting <> 'on'
            """;

    private Durability() {}

    static void mustBeOn(WatchedDatabase database) throws IOException, SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery(OFF)) {
            row.next();
            if (row.getString(1) != null) {
                throw new Unsound("the database is not durable: " + row.getString(1));
            }
        }
    }
}
