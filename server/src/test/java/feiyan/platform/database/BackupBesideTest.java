package feiyan.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** At the console: a server, a backup beside it, and what came of it in another folder. */
@Tag("process")
class BackupBesideTest {

    @TempDir
    Path folder;

    @Test
    void aServerIsBackedUpWhileItServesAndServesAgainFromTheBackup() throws Exception {
        var file = folder.resolve("county.feiyan");
        try (var server = ServerProcess.launch(folder.resolve("data"), 0).untilUp()) {
            keep(server);
            assertThat(ended("data", "--feiyan.backup=" + file)).contains("Backed up", "keys are NOT in it");
        }
        aRestoreWasKilled(folder.resolve("again"));
        assertThat(ended("again", "--feiyan.restore=" + file, "--feiyan.restore.keys=" + folder.resolve("data/keys")))
                .contains("Restored into " + folder.resolve("again"));
        try (var server = ServerProcess.launch(folder.resolve("again"), 0).untilUp()) {
            assertKept(server);
        }
    }

    /** Somewhere on its way, with half of it in place. */
    private static void aRestoreWasKilled(Path folder) throws IOException {
        Files.createDirectories(folder.resolve("restoring/keys"));
        Files.createDirectories(folder.resolve("postgresql"));
        Files.writeString(folder.resolve("passwords.properties"), "superuser=from the time before");
    }

    private String ended(String data, String... more) throws IOException, InterruptedException {
        try (var command = ServerProcess.launch(folder.resolve(data), 0, more)) {
            assertThat(command.untilEnded()).as(command.console()).isZero();
            return command.console();
        }
    }

    private static void keep(ServerProcess server) throws IOException, SQLException {
        try (var connection = server.connect();
                var statement = connection.createStatement()) {
            statement.execute("create table keepsake as select 'kept' as word");
        }
    }

    private static void assertKept(ServerProcess server) throws IOException, SQLException {
        try (var connection = server.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select word from keepsake")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).isEqualTo("kept");
        }
    }
}
