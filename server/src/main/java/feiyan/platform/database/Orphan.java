package feiyan.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;

/**
 * A database whose server was killed goes on alone. Whoever holds the claim on the data folder ends it before starting
 * its own; a number in a stale file that by now is somebody else's process is left alone.
 */
record Orphan(DataFolder data, Programs programs) {

    void end() throws IOException, InterruptedException {
        var postmaster = new Postmaster(data);
        var process = postmaster.named();
        if (process.isEmpty()) {
            return; // None, or stale: PostgreSQL sees to that itself.
        }
        if (postmaster.is(process.get())) {
            programs.run("pg_ctl", "stop", "--pgdata=" + data.database(), "--mode=fast", "--wait", "--timeout=120");
        } else {
            Files.delete(postmaster.file()); // PostgreSQL would take the stranger for its predecessor and not start.
        }
    }

    /** The one that serves this folder now, whoever started it. */
    Optional<ProcessHandle> serving() throws IOException {
        var postmaster = new Postmaster(data);
        return postmaster.named().filter(postmaster::is);
    }
}
