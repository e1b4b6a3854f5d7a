package feiyan.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Optional;

/**
 * A database whose server was killed goes on alone. Whoever holds the claim on the data folder ends it before starting
 * its own; a number in a stale file that by now is somebody else's process is left alone.
 */
record Orphan(DataFolder data, Programs programs) {

    void end() throws IOException, InterruptedException {
        var file = data.database().resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return;
        }
        var process = processNamedIn(Files.readString(file));
        if (process.isEmpty()) {
            return; // Stale: PostgreSQL sees to that itself.
        }
        if (serves(process.get())) {
            programs.run("pg_ctl", "stop", "--pgdata=" + data.database(), "--mode=fast", "--wait", "--timeout=120");
        } else {
            Files.delete(file); // PostgreSQL would take the stranger for its predecessor and refuse to start.
        }
    }

    private static Optional<ProcessHandle> processNamedIn(String content) {
        return content.lines()
                .findFirst()
                .filter(line -> line.matches("\\d+"))
                .flatMap(line -> ProcessHandle.of(Long.parseLong(line)));
    }

    private boolean serves(ProcessHandle process) {
        var command = process.info().command().orElse("");
        var arguments = process.info().arguments().orElse(new String[0]);
        return command.endsWith("/postgres")
                && Arrays.asList(arguments).contains(data.database().toString());
    }
}
