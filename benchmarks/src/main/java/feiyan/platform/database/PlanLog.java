package feiyan.platform.database;

import com.zaxxer.hikari.HikariDataSource;
import feiyan.bench.county.House;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.NullMarked;

/**
 * PostgreSQL's own account of how it answered each statement of the product, with the rows it read for it; it stands in
 * this package to reach the superuser of the product's own database, who alone may ask for that.
 */
@NullMarked
public final class PlanLog {

    /** With what was read, without the time of each step: looking at the clock costs more than the step. */
    private static final List<String> SETTINGS = List.of(
            "session_preload_libraries = 'auto_explain'",
            "auto_explain.log_min_duration = 0",
            "auto_explain.log_analyze = on",
            "auto_explain.log_timing = off",
            "auto_explain.log_format = json",
            "auto_explain.log_nested_statements = on",
            // what people say stands in parameters
            "auto_explain.log_parameter_max_length = 0");

    private static final Pattern ENTRY = Pattern.compile("duration: \\S+ ms  plan:\\R((?:\\t.*\\R?)+)");

    private final House house;
    private final Path file;
    private long seen;

    private PlanLog(House house) {
        this.house = house;
        this.file = house.data().resolve("postgresql.log");
    }

    /** @param more settings under which the statements are planned from now on */
    public static PlanLog of(House house, String... more) {
        var log = new PlanLog(house);
        log.set(SETTINGS);
        log.set(List.of(more));
        log.connectAnew();
        log.take();
        return log;
    }

    public void set(List<String> settings) {
        var server = (EmbeddedPostgres) house.the(DatabaseServer.class);
        try (var connection = server.superuser().connect();
                var statement = connection.createStatement()) {
            for (var each : settings) {
                statement.execute("alter role " + Roles.POOL + " set " + each);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** The settings of a role hold from its next connection on. */
    public void connectAnew() {
        ((HikariDataSource) house.the(DataSource.class)).getHikariPoolMXBean().softEvictConnections();
    }

    /** The plans since the last time, each as one piece of JSON. */
    public List<String> take() {
        var entries = ENTRY.matcher(sinceThen());
        var plans = new ArrayList<String>();
        while (entries.find()) {
            plans.add(entries.group(1));
        }
        return plans;
    }

    /** From where it was left: the log is long when all has been looked at. */
    private String sinceThen() {
        try (var log = new RandomAccessFile(file.toFile(), "r")) {
            var bytes = new byte[Math.toIntExact(log.length() - seen)];
            log.seek(seen);
            log.readFully(bytes);
            seen += bytes.length;
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
