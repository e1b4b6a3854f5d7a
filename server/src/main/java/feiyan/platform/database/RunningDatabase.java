package feiyan.platform.database;

import feiyan.platform.StartFailure;
import java.io.IOException;
import java.nio.file.Files;

/** A way into the database of a data folder: into the one that runs there, or one that is started for this. */
record RunningDatabase(Login superuser, Runnable end) implements AutoCloseable {

    private static final int PORT_LINE = 3;

    static RunningDatabase of(DataFolder data) throws IOException, InterruptedException {
        if (!Files.isDirectory(data.database())) {
            throw new StartFailure("backup_nothing", data.path());
        }
        var programs = new Programs(data.path());
        if (new Orphan(data, programs).serving().isPresent()) {
            return new RunningDatabase(login(data), () -> {});
        }
        var resting = EmbeddedPostgres.start(DataFolder.claim(data.path()));
        return new RunningDatabase(resting.superuser(), resting::close);
    }

    private static Login login(DataFolder data) throws IOException {
        var lines = Files.readAllLines(data.database().resolve("postmaster.pid"));
        var url = "jdbc:postgresql://127.0.0.1:%s/postgres".formatted(lines.get(PORT_LINE));
        return new Login(url, "postgres", Passwords.of(data).superuser());
    }

    @Override
    public void close() {
        end.run();
    }
}
