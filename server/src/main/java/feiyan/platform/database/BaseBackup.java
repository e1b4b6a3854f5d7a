package feiyan.platform.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * The time of a base backup. While it lasts PostgreSQL writes each page that changes whole into the WAL, so that files
 * may be read while they are written, and keeps the WAL by a slot that ends with this connection, however it ends.
 */
final class BaseBackup implements AutoCloseable {

    private final Connection connection;
    private final String start;

    /**
     * What makes the files read in between a database again.
     *
     * @param label to be put beside them as {@code backup_label}
     * @param segments of the WAL that belong to them, by name
     */
    record End(String label, List<String> segments) {}

    private BaseBackup(Connection connection) throws SQLException {
        this.connection = connection;
        ask("select pg_create_physical_replication_slot('feiyan_backup_' || pg_backend_pid(), true, true)::text");
        // Fast: whoever asks for a backup waits for it, and would wait minutes for the next checkpoint.
        this.start = ask("select pg_backup_start('feiyan', true)::text").getFirst();
    }

    static BaseBackup begin(Login superuser) throws SQLException {
        var connection = superuser.connect();
        try {
            return new BaseBackup(connection);
        } catch (SQLException failure) {
            connection.close();
            throw failure;
        }
    }

    /** Where in the WAL. */
    long start() {
        var halves = start.split("/", 2);
        return (Long.parseLong(halves[0], 16) << 32) | Long.parseLong(halves[1], 16);
    }

    End end() throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select lsn::text, labelfile from pg_backup_stop(false)")) {
            row.next();
            return new End(row.getString(2), segments(row.getString(1)));
        }
    }

    /** From the one where the backup began to the one where it ended, none left out. */
    private List<String> segments(String stop) throws SQLException {
        return ask("""
                select pg_walfile_name('0/0'::pg_lsn + (number * size + 1))
                from (select setting::bigint as size from pg_settings where name = 'wal_segment_size') as segment,
                  generate_series(
                    floor((?::pg_lsn - '0/0'::pg_lsn) / size), floor((?::pg_lsn - '0/0'::pg_lsn - 1) / size)) as number
                """, start, stop);
    }

    private List<String> ask(String sql, String... parameters) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (int each = 0; each < parameters.length; each++) {
                statement.setString(each + 1, parameters[each]);
            }
            var answers = new ArrayList<String>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    answers.add(rows.getString(1));
                }
            }
            return answers;
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
