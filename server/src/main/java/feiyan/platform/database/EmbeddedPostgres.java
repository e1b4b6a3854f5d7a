package feiyan.platform.database;

import feiyan.platform.StartFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL of our own in the data folder, which comes and goes with this process. */
final class EmbeddedPostgres implements DatabaseServer {

    /** Long: a loaded machine may have to recover from a crash first. */
    private static final String PATIENCE_SECONDS = "120";

    private static final int ATTEMPTS = 5;
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(1);

    private final DataFolder data;
    private final Programs programs;
    private final Passwords passwords;
    private int port;
    private @Nullable PostgresWatch watch;

    private EmbeddedPostgres(DataFolder data, Programs programs, Passwords passwords) {
        this.data = data;
        this.programs = programs;
        this.passwords = passwords;
    }

    static EmbeddedPostgres start(DataFolder data) {
        Restore.mustNotBeHalf(data);
        try {
            var server = new EmbeddedPostgres(data, Programs.unpackedIn(data), Passwords.of(data));
            new Cluster(data, server.programs).prepare(server.passwords);
            new Orphan(data, server.programs).end();
            server.start();
            server.watch = PostgresWatch.over(data, server::startAgain);
            return server;
        } catch (IOException failure) {
            throw data.notWritable(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new StartFailure(stopped, "database_failed", "interrupted", data.log());
        }
    }

    @Override
    public Login owner() {
        return new Login(url(Roles.DATABASE), Roles.OWNER, passwords.owner());
    }

    @Override
    public Login pool() {
        return new Login(url(Roles.DATABASE), Roles.POOL, passwords.pool());
    }

    Login superuser() {
        return new Login(url("postgres"), "postgres", passwords.superuser());
    }

    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    @Override
    public void close() {
        if (watch != null) {
            watch.end();
        }
        try {
            programs.run("pg_ctl", "stop", "--pgdata=" + data.database(), "--mode=fast", "--wait", "--timeout=120");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void start() throws IOException, InterruptedException {
        keepLastLog();
        var started = startOnce();
        for (int again = 1; started.failed() && again < ATTEMPTS; again++) {
            // A port taken in between, or a killed predecessor's children that still hold its memory.
            Thread.sleep(BETWEEN_ATTEMPTS);
            started = startOnce();
        }
        if (started.failed()) {
            throw new StartFailure("database_failed", lastError(), data.log());
        }
        ensureRoles();
    }

    private void keepLastLog() throws IOException {
        if (Files.exists(data.log())) {
            Files.move(data.log(), data.path().resolve("postgresql.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private Programs.Result startOnce() throws IOException, InterruptedException {
        port = freePort();
        return startOnPort();
    }

    /** What died may have left a number that is somebody else's by now. */
    private Programs.Result startAgain() throws IOException, InterruptedException {
        new Orphan(data, programs).end();
        return startOnPort();
    }

    /** By pg_ctl, which gives it a session of its own: Ctrl-C reaches only us, and we stop it after our last word. */
    private Programs.Result startOnPort() throws IOException, InterruptedException {
        return programs.run(
                "pg_ctl",
                "start",
                "--pgdata=" + data.database(),
                "--log=" + data.log(),
                "--options=-p " + port,
                "--wait",
                "--timeout=" + PATIENCE_SECONDS);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private String lastError() throws IOException {
        return Files.readString(data.log())
                .lines()
                .filter(line -> line.contains("FATAL") || line.contains("PANIC"))
                .reduce((earlier, later) -> later)
                .orElse("?");
    }

    private void ensureRoles() {
        try (var connection = superuser().connect()) {
            Roles.ensure(connection, passwords.owner(), passwords.pool());
        } catch (SQLException failure) {
            close();
            throw new StartFailure(failure, "database_failed", String.valueOf(failure.getMessage()), data.log());
        }
    }
}
