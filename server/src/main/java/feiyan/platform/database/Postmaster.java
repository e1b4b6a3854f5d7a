package feiyan.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** The process that its own file in the data folder names; by now that may be gone, or be somebody else's. */
record Postmaster(DataFolder data) {

    Path file() {
        return data.database().resolve("postmaster.pid");
    }

    Optional<ProcessHandle> named() throws IOException {
        if (!Files.exists(file())) {
            return Optional.empty();
        }
        return Files.readString(file())
                .lines()
                .findFirst()
                .filter(line -> line.matches("\\d+"))
                .flatMap(line -> ProcessHandle.of(Long.parseLong(line)));
    }

    /** A dead process that nobody has buried yet has no command any more. */
    boolean is(ProcessHandle process) {
        var command = process.info().command().orElse("");
        var arguments = process.info().arguments().orElse(new String[0]);
        return process.isAlive()
                && command.endsWith("/postgres")
                && Arrays.asList(arguments).contains(data.database().toString());
    }

    boolean isThere() throws IOException {
        return named().filter(this::is).isPresent();
    }
}
