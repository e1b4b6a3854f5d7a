package feiyan.platform.database;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import feiyan.accounts.web.Authenticator;
import java.io.IOException;
import java.net.CookieManager;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A server is stopped while people are on it: by a balancer that looks whether it is ready, on connections that are
 * kept. Nobody's request fails, and what the server wrote of it all is JSON in which each request can be followed.
 */
@Tag("process")
class StoppedUnderLoadTest {

    private static final String PASSWORD = "correct horse battery";
    private static final String PHONE = "13800001234";
    private static final int READERS = 6;

    @TempDir
    Path folder;

    private final CookieManager cookies = new CookieManager();
    private final HttpClient browser = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private final AtomicInteger answered = new AtomicInteger();
    private int port;
    private int inside;
    private volatile boolean ready = true;

    @BeforeEach
    void freePorts() throws IOException {
        try (var one = new ServerSocket(0);
                var other = new ServerSocket(0)) {
            port = one.getLocalPort();
            inside = other.getLocalPort();
        }
    }

    @Test
    void nobodyOnItLosesARequest() throws Exception {
        try (var server = launch();
                var people = Executors.newCachedThreadPool()) {
            signIn(server.untilUp());
            var stream = people.submit(this::readTheLivePage);
            var slow = slowToSend();
            var readers = readers(people);
            untilAnswered(200);
            var stopped = System.nanoTime();
            var balancer = people.submit(this::watchWhetherItIsReady);
            var end = people.submit(server::stop);
            balancer.get(30, SECONDS);
            untilNobodyIsLetIn();
            slow.send("=now");
            assertThat(slow.answer().status())
                    .as("of a form whose end came late")
                    .isEqualTo(403);
            for (var reader : readers) {
                assertThat(reader.get(60, SECONDS)).as("answers").isEqualTo(200);
            }
            assertThat(stream.get(30, SECONDS)).contains(":open");
            assertThat(end.get(60, SECONDS)).as("as a service manager sees it").isEqualTo(143);
            assertThat(System.nanoTime() - stopped).isLessThan(SECONDS.toNanos(60));
        }
        eachLineCanBeFollowedAndTellsNothingOfAnybody();
    }

    private ServerProcess launch() throws IOException {
        return ServerProcess.launch(
                folder,
                port,
                "--management.server.port=" + inside,
                "--feiyan.closing.notice=4s",
                "--logging.structured.format.file=ecs",
                "--logging.level.feiyan=debug",
                "--logging.level.org.springframework.web=debug",
                "--logging.level.org.springframework.security=debug");
    }

    private void signIn(ServerProcess server) throws Exception {
        var link = found("(/founding/[\\w-]+)", server.console());
        post(link, Map.of("county", "Tancheng", "administrator", "Zhang Wei", "phone", PHONE, "password", PASSWORD));
        var enrolment = post("/staff/sign-in", Map.of("phone", PHONE, "password", PASSWORD));
        var secret = found("<code>([A-Z2-7 ]+)</code>", enrolment).replace(" ", "");
        post("/staff/totp", Map.of("code", Authenticator.number(secret, Instant.now())));
        assertThat(get("/messages").uri().getPath()).as("signed in").isEqualTo("/messages");
        assertThat(get("/api/v1/orders").statusCode()).isEqualTo(401);
    }

    private HttpResponse<String> get(String path) throws Exception {
        return browser.send(HttpRequest.newBuilder(address(path)).build(), BodyHandlers.ofString());
    }

    private static String found(String pattern, String text) {
        var found = Pattern.compile(pattern).matcher(text);
        assertThat(found.find()).as(pattern).isTrue();
        return found.group(1);
    }

    private String post(String path, Map<String, String> fields) throws Exception {
        var form = new ArrayList<String>();
        form.add("_csrf=" + found("name=\"_csrf\" value=\"([^\"]+)\"", get(path).body()));
        fields.forEach((name, value) -> form.add(name + "=" + URLEncoder.encode(value, UTF_8)));
        var request = HttpRequest.newBuilder(address(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(String.join("&", form)));
        var answer = browser.send(request.build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private URI address(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private String session() {
        return cookies.getCookieStore().getCookies().stream()
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    private String readTheLivePage() throws IOException {
        try (var page = new KeptConnection(port)) {
            return page.get("/messages/live", session()).body();
        }
    }

    /** A form from a bad line: its last four signs are still to come. */
    private KeptConnection slowToSend() throws IOException {
        var slow = new KeptConnection(port);
        slow.send("POST /sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                + "Content-Length: 9\r\n\r\nphone");
        return slow;
    }

    private List<Future<Integer>> readers(ExecutorService people) {
        var readers = new ArrayList<Future<Integer>>();
        for (int i = 0; i < READERS; i++) {
            Callable<Integer> reader = this::read;
            readers.add(people.submit(reader));
        }
        return readers;
    }

    /** One after the other; where the server says goodbye by another connection, as long as the balancer gives any. */
    private int read() throws IOException {
        int worst = 200;
        while (ready) {
            try (var connection = new KeptConnection(port)) {
                var answer = connection.get("/messages", session());
                worst = Math.max(worst, answer.status());
                while (!answer.last()) {
                    answer = connection.get("/messages", session());
                    worst = Math.max(worst, answer.status());
                    answered.incrementAndGet();
                }
            }
        }
        return worst;
    }

    private void untilAnswered(int many) throws InterruptedException {
        for (int i = 0; answered.get() < many && i < 600; i++) {
            MILLISECONDS.sleep(100);
        }
        assertThat(answered.get()).isGreaterThanOrEqualTo(many);
    }

    private void untilNobodyIsLetIn() throws InterruptedException {
        for (int i = 0; i < 600; i++) {
            try (var _ = new KeptConnection(port)) {
                MILLISECONDS.sleep(50);
            } catch (IOException refused) {
                return;
            }
        }
        throw new IllegalStateException("new connections are still taken");
    }

    private boolean watchWhetherItIsReady() throws IOException, InterruptedException {
        while (ready) {
            MILLISECONDS.sleep(50);
            try (var probe = new KeptConnection(inside)) {
                ready = probe.get("/actuator/health/readiness", "").status() == 200;
            }
        }
        try (var probe = new KeptConnection(inside)) {
            assertThat(probe.get("/actuator/health/liveness", "").status())
                    .as("it lives")
                    .isEqualTo(200);
        }
        return true;
    }

    private void eachLineCanBeFollowedAndTellsNothingOfAnybody() throws IOException {
        var json = new JsonMapper();
        var lines = Files.readAllLines(folder.resolve("feiyan.log")).stream()
                .map(json::readTree)
                .toList();
        var ofRequests = lines.stream().filter(this::isOfARequest).toList();
        assertThat(ofRequests).hasSizeGreaterThan(100);
        assertThat(ofRequests.stream().filter(line -> !trace(line).matches("[0-9a-f]{32}")))
                .isEmpty();
        assertThat(ofRequests.stream().map(StoppedUnderLoadTest::trace).distinct())
                .hasSizeGreaterThan(50);
        assertThat(lines.stream().map(JsonNode::toString).filter(StoppedUnderLoadTest::isAboutSomebody))
                .isEmpty();
    }

    /** By the name of the container's thread at the port that people come to. */
    private boolean isOfARequest(JsonNode line) {
        return line.at("/process/thread/name").asString("").contains("-" + port + "-exec-");
    }

    private static boolean isAboutSomebody(String line) {
        return Stream.of(PHONE, PASSWORD, "Zhang Wei").anyMatch(line::contains);
    }

    private static String trace(JsonNode line) {
        return line.at("/trace/id").asString("");
    }
}
