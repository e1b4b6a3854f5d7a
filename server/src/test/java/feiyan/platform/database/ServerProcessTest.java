package feiyan.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("process")
class ServerProcessTest {

    @TempDir
    Path folder;

    @Test
    void whatWasCommittedOutlivesEveryKill() throws Exception {
        try (var first = ServerProcess.launch(folder, 0).untilUp()) {
            execute(first, "create table keepsake (word text)");
            execute(first, "insert into keepsake values ('kept')");
            first.kill();
            assertThat(first.postmaster().isAlive()).as("the orphan").isTrue();
        }
        try (var second = ServerProcess.launch(folder, 0).untilUp()) {
            assertKept(second);
            var postmaster = second.postmaster();
            second.kill();
            postmaster.destroyForcibly();
            postmaster.onExit().get(60, TimeUnit.SECONDS);
        }
        try (var third = ServerProcess.launch(folder, 0).untilUp()) {
            assertKept(third);
            assertASecondInstanceIsRefused();
            assertKept(third);
            third.stop();
            assertThat(folder.resolve("postgresql/postmaster.pid")).doesNotExist();
        }
    }

    @Test
    void aTakenPortIsSaidInOneLineAndLeavesNoDatabaseBehind() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var server = ServerProcess.launch(folder, taken.getLocalPort())) {
            assertThat(server.untilEnded()).isNotZero();
            assertThat(server.console().lines().toList().getLast())
                    .contains("Port " + taken.getLocalPort() + " is taken", "--port");
            assertThat(server.console()).doesNotContain("\tat ");
            assertThat(folder.resolve("postgresql/postmaster.pid")).doesNotExist();
        }
    }

    @Test
    void aServerThatWouldStandOpenTouchesNothingAndSaysWhatToDo() throws Exception {
        var untouched = folder.resolve("data");
        try (var server = ServerProcess.launch(untouched, 0, "--server.address=0.0.0.0")) {
            assertThat(server.untilEnded()).isEqualTo(2);
            assertThat(server.console().lines())
                    .singleElement()
                    .asString()
                    .contains("0.0.0.0", "--certificate", "--proxies", "docs/network.md");
            assertThat(untouched).doesNotExist();
        }
    }

    @Test
    void aFolderThatCannotBeWrittenIsSaidInOneLine() throws Exception {
        var file = Files.createFile(folder.resolve("file"));
        assertEndsInOneLine(file, "cannot be written");
        var readOnly = Path.of("/sys/feiyan"); // Read-only for root too.
        assertEndsInOneLine(readOnly, "cannot be written");
    }

    @Test
    void aFullDiskIsSaidInOneLine() throws Exception {
        assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=20m", "tmpfs", folder.toString()) == 0, "needs mount");
        try {
            assertEndsInOneLine(folder, "MB left");
        } finally {
            run("umount", folder.toString());
        }
    }

    private void assertASecondInstanceIsRefused() throws Exception {
        assertEndsInOneLine(folder, "in use by another Feiyan");
    }

    private static void assertEndsInOneLine(Path data, String words) throws Exception {
        try (var server = ServerProcess.launch(data, 0)) {
            assertThat(server.untilEnded()).isNotZero();
            assertThat(server.console().lines()).singleElement().asString().contains(words, "--data");
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

    private static void execute(ServerProcess server, String sql) throws IOException, SQLException {
        try (var connection = server.connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).start().waitFor();
    }
}
