package feiyan.platform.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;

/** A PostgreSQL that somebody else runs, made of the embedded programs: a primary, and a standby that follows it. */
final class PlainPostgres implements AutoCloseable {

    private final DataFolder data;
    private final Programs programs;
    private final Passwords passwords;
    private final int port;

    private PlainPostgres(DataFolder data, Passwords passwords) throws IOException, InterruptedException {
        this.data = data;
        this.programs = Programs.unpackedIn(data);
        this.passwords = passwords;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            this.port = socket.getLocalPort();
        }
    }

    static PlainPostgres primary(Path folder) throws IOException, InterruptedException, SQLException {
        var data = new DataFolder(Files.createDirectories(folder));
        var primary = new PlainPostgres(data, Passwords.of(data));
        new Cluster(data, primary.programs).prepare(primary.passwords);
        Files.writeString(
                data.database().resolve("pg_hba.conf"),
                "host replication all 127.0.0.1/32 scram-sha-256%n".formatted(),
                StandardOpenOption.APPEND);
        primary.start();
        try (var connection = primary.superuser("postgres").connect()) {
            Roles.ensure(connection, primary.passwords.owner(), primary.passwords.pool());
        }
        return primary;
    }

    /** Made from a backup of this one while it serves, then following it; whatever is committed waits for both. */
    PlainPostgres standby(Path folder) throws IOException, InterruptedException, SQLException {
        var file = folder.resolveSibling(folder.getFileName() + ".feiyan");
        new Backup(data).into(file);
        try (var backup = BackupReader.open(file)) {
            backup.facts();
            backup.unpackInto(Files.createDirectories(folder));
        }
        var standby = new PlainPostgres(new DataFolder(folder), passwords);
        standby.follow(port);
        standby.start();
        ask("alter system set synchronous_standby_names = 'second'; select pg_reload_conf()");
        return standby;
    }

    private void follow(int primary) throws IOException {
        Files.createFile(data.database().resolve("standby.signal"));
        var line = "primary_conninfo = 'host=127.0.0.1 port=%d user=postgres password=%s application_name=second'%n"
                .formatted(primary, passwords.superuser());
        Files.writeString(data.database().resolve("postgresql.conf"), line, StandardOpenOption.APPEND);
    }

    private void start() throws IOException, InterruptedException {
        var started = programs.run(
                "pg_ctl",
                "start",
                "--pgdata=" + data.database(),
                "--log=" + data.log(),
                "--options=-p " + port,
                "--wait",
                "--timeout=120");
        if (started.failed()) {
            throw new IllegalStateException(started.output() + Files.readString(data.log()));
        }
    }

    int port() {
        return port;
    }

    Login owner(String url) {
        return new Login(url, Roles.OWNER, passwords.owner());
    }

    /** What the last of these statements says. */
    String ask(String sql) throws SQLException {
        try (var connection = superuser(Roles.DATABASE).connect();
                var statement = connection.createStatement()) {
            String answer = "";
            for (var each : sql.split(";", -1)) {
                if (statement.execute(each)) {
                    var rows = statement.getResultSet();
                    answer = rows.next() ? String.valueOf(rows.getString(1)) : "";
                }
            }
            return answer;
        }
    }

    /** With all its processes: whatever was not on the disk or with the standby is gone. */
    void kill() throws Exception {
        var postmaster = new Orphan(data, programs).serving().orElseThrow();
        postmaster.destroyForcibly();
        postmaster.onExit().get(60, TimeUnit.SECONDS);
    }

    private Login superuser(String database) {
        return new Login(
                "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database), "postgres", passwords.superuser());
    }

    @Override
    public void close() throws IOException {
        try {
            programs.run("pg_ctl", "stop", "--pgdata=" + data.database(), "--mode=immediate", "--wait");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
