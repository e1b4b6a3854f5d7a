package feiyan.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Set;
import org.springframework.util.FileSystemUtils;

/**
 * What a restore left that was killed: its folder aside, and in place what it had moved already. The folder was empty
 * before it, and no server starts in it, so that all of this is its own.
 */
record CutShort(DataFolder data, DataFolder aside) {

    private static final Set<String> MOVED = Set.of("postgresql", "passwords.properties", "keys", "postgresql.log");

    static boolean mayHaveLeft(String name) {
        return MOVED.contains(name) || name.startsWith("programs-");
    }

    void clear() throws IOException, InterruptedException {
        if (!Files.exists(aside.path())) {
            return;
        }
        endDatabase();
        try (var content = Files.list(data.path())) {
            for (var each : content.filter(
                            entry -> mayHaveLeft(entry.getFileName().toString()))
                    .toList()) {
                FileSystemUtils.deleteRecursively(each);
            }
        }
        FileSystemUtils.deleteRecursively(aside.path());
    }

    /** It may have been killed while the database recovered, which goes on alone. */
    private void endDatabase() throws IOException, InterruptedException {
        if (Files.exists(aside.database().resolve("postmaster.pid"))) {
            new Orphan(aside, Programs.unpackedIn(aside)).end();
        }
    }
}
