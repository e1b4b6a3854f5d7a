package feiyan.bench.crash;

import feiyan.bench.crash.Receiver.Step;
import feiyan.platform.database.WatchedDatabase;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** Whether everything that had to be told was told. */
final class Deliveries {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final WatchedDatabase database;
    private final long county;

    Deliveries(WatchedDatabase database, long county) {
        this.database = database;
        this.county = county;
    }

    /** How many are left when patience is. */
    long untilNoneWait(Duration ahead) throws IOException, SQLException, InterruptedException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        long waiting = waiting(ahead);
        while (waiting > 0 && System.nanoTime() < deadline) {
            Thread.sleep(500);
            waiting = waiting(ahead);
        }
        return waiting;
    }

    private long waiting(Duration ahead) throws IOException, SQLException {
        var sql = """
                select (select count(*) from outbox
                    where county_id = %1$d and done_at is null and (not_before <= '%2$s' or not_before = 'infinity'))
                  + (select count(*) from webhook_delivery where county_id = %1$d and outcome is null)
                """.formatted(county, Instant.now().plus(ahead));
        try (var connection = database.connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    Set<Step> steps() throws IOException, SQLException {
        var steps = new HashSet<Step>();
        try (var connection = database.connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "select order_id, version from order_event where county_id = " + county)) {
            while (row.next()) {
                steps.add(new Step(row.getObject(1, UUID.class), row.getInt(2)));
            }
        }
        return steps;
    }
}
