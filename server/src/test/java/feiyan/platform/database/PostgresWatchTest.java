package feiyan.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database of our own dies under a living server. */
@Tag("process")
class PostgresWatchTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private int port;

    @Test
    void aDatabaseThatDiesIsStartedAgainAndMeanwhileEverybodyIsAskedToWait() throws Exception {
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        try (var server = ServerProcess.launch(folder, port).untilUp()) {
            execute(server, "create table keepsake (word text)");
            var first = server.postmaster();
            var programs = first.info().command().map(Path::of).orElseThrow();
            var away = Files.move(programs, programs.resolveSibling("away"));
            kill(first);
            assertIsAskedToWait(page());
            Files.move(away, programs);
            untilBack();
            execute(server, "insert into keepsake values ('kept')");
            assertThat(server.postmaster().pid()).isNotEqualTo(first.pid());
            kill(server.postmaster());
            untilBack();
            assertThat(said()).containsOnlyOnce("cannot be started again yet").contains("is back");
            assertThat(server.stop()).isIn(0, 143);
            assertThat(folder.resolve("postgresql/postmaster.pid")).doesNotExist();
        }
    }

    private String said() throws IOException {
        return Files.readString(folder.resolve("feiyan.log"));
    }

    private static void kill(ProcessHandle postmaster) throws Exception {
        postmaster.destroyForcibly();
        postmaster.onExit().get(60, TimeUnit.SECONDS);
    }

    private static void assertIsAskedToWait(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
        assertThat(answer.body()).contains("系统暂时离开一下").doesNotContain("Exception", "??");
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    }

    private void untilBack() throws Exception {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (page().statusCode() == 503) {
            assertThat(System.nanoTime()).as("not back in time").isLessThan(deadline);
        }
    }

    /** Whoever says that they have a session is looked up. */
    private HttpResponse<String> page() throws IOException, InterruptedException {
        var session =
                Base64.getEncoder().encodeToString(UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8));
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/orders"))
                .header("Cookie", "feiyan=" + session)
                .timeout(PATIENCE)
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    private static void execute(ServerProcess server, String sql) throws IOException, SQLException {
        try (var connection = server.connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
