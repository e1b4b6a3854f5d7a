package feiyan.platform.database;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import feiyan.Feiyan;
import feiyan.accounts.Persons;
import feiyan.accounts.web.Authenticator;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.http.HttpClient.Redirect;
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
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A server is stopped while people are on it: by a balancer that looks whether it is ready, on connections that are
 * kept. Nobody's request fails, and what the server wrote of it all is JSON in which each request can be followed.
 */
@Tag("process")
class StoppedUnderLoadTest {

    private static final String PASSWORD = "correct horse battery";
    private static final int READERS = 6;
    private static final int WRITERS = 3;

    @TempDir
    Path folder;

    private final Visitor visitor = new Visitor(Redirect.NORMAL);
    private final AtomicInteger answered = new AtomicInteger();
    private Path data;
    private VillageByApi api;
    private String phone;
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

    /** In another folder first, since this process keeps its claim to that to the end. */
    @BeforeEach
    void aVillage() throws IOException {
        var before = folder.resolve("before");
        try (var house = new SpringApplicationBuilder(Feiyan.class)
                .run("--feiyan.data=" + before, "--feiyan.demo=false", "--server.port=0")) {
            api = new VillageByApi(house);
            var administrator = api.village.administrator.person();
            phone = house.getBean(Persons.class)
                    .phone(api.village.county, administrator, administrator, null)
                    .orElseThrow()
                    .digits();
        }
        data = Files.move(before, folder.resolve("data"));
        Files.delete(data.resolve("feiyan.lock"));
    }

    @Test
    void nobodyOnItLosesARequestAndNoWriteIsLostOrHalfDone() throws Exception {
        var writes = new WritesUnderWay(api, port);
        try (var server = launch().untilUp();
                var people = Executors.newCachedThreadPool();
                var database = server.connect()) {
            signIn();
            var stream = people.submit(this::readTheLivePage);
            var slow = slowToSend();
            var readers = several(READERS, people, line -> line.get("/messages", visitor.allCookies()));
            var writers = several(WRITERS, people, writes::place);
            untilAnswered(200);
            var slowWrite = writes.slow();
            var heldWrite = writes.held(database);
            var stopped = System.nanoTime();
            var before = writes.acknowledged();
            var balancer = people.submit(this::watchWhetherItIsReady);
            var end = people.submit(server::stop);
            balancer.get(30, SECONDS);
            untilNobodyIsLetIn();
            slow.send("=now");
            assertThat(slow.answer().status())
                    .as("of a form whose end came late")
                    .isEqualTo(403);
            // The held one first: of one token four write at a time, and whoever waits for a turn too long is told so.
            database.rollback();
            heldWrite.isDone();
            slowWrite.isDone();
            allAnswered(readers, 200);
            allAnswered(writers, 201);
            assertThat(writes.acknowledged()).as("after it was told to stop").isGreaterThan(before + 2);
            assertThat(stream.get(30, SECONDS)).contains(":open");
            assertThat(end.get(60, SECONDS)).as("as a service manager sees it").isEqualTo(143);
            assertThat(System.nanoTime() - stopped).isLessThan(SECONDS.toNanos(60));
        }
        eachLineCanBeFollowedAndTellsNothingOfAnybody();
        try (var left = EmbeddedPostgres.start(DataFolder.claim(data));
                var connection = left.owner().connect()) {
            writes.areAllThere(connection);
        }
    }

    private static void allAnswered(List<Future<Integer>> people, int status) throws Exception {
        for (var each : people) {
            assertThat(each.get(60, SECONDS)).as("answers").isEqualTo(status);
        }
    }

    private ServerProcess launch() throws IOException {
        return ServerProcess.launch(
                data,
                port,
                "--management.server.port=" + inside,
                "--feiyan.api.requests-per-minute=100000",
                "--feiyan.api.requests-per-minute-of-a-person=100000",
                "--feiyan.closing.notice=4s",
                "--logging.structured.format.file=ecs",
                "--logging.level.feiyan=debug",
                "--logging.level.org.springframework.web=debug",
                "--logging.level.org.springframework.security=debug");
    }

    private void signIn() throws Exception {
        var door = visitor.get(port, "/staff/sign-in");
        var enrolment = visitor.post(port, "/staff/sign-in", door, Map.of("phone", phone, "password", PASSWORD));
        var secret =
                Visitor.found("<code>([A-Z2-7 ]+)</code>", enrolment.body()).replace(" ", "");
        var code = Authenticator.number(secret, Instant.now());
        visitor.post(port, "/staff/totp", enrolment, Map.of("code", code));
        assertThat(visitor.get(port, "/messages").uri().getPath())
                .as("signed in")
                .isEqualTo("/messages");
        assertThat(visitor.get(port, "/api/v1/orders").statusCode()).isEqualTo(401);
    }

    private String readTheLivePage() throws IOException {
        try (var page = new KeptConnection(port)) {
            return page.get("/messages/live", visitor.allCookies()).body();
        }
    }

    /** A form from a bad line: its last four signs are still to come. */
    private KeptConnection slowToSend() throws IOException {
        var slow = new KeptConnection(port);
        slow.send("POST /sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                + "Content-Length: 9\r\n\r\nphone");
        return slow;
    }

    /** What somebody asks on a connection, over and over. */
    private interface Asking {
        KeptConnection.Answer on(KeptConnection line) throws IOException;
    }

    private List<Future<Integer>> several(int many, ExecutorService people, Asking asking) {
        var all = new ArrayList<Future<Integer>>();
        for (int i = 0; i < many; i++) {
            Callable<Integer> each = () -> ask(asking);
            all.add(people.submit(each));
        }
        return all;
    }

    /** One after the other; where the server says goodbye by another connection, as long as the balancer gives any. */
    private int ask(Asking asking) throws IOException {
        int worst = 200;
        while (ready) {
            try (var line = new KeptConnection(port)) {
                var answer = asking.on(line);
                worst = Math.max(worst, answer.status());
                while (!answer.last()) {
                    answer = asking.on(line);
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
        var lines = Files.readAllLines(data.resolve("feiyan.log")).stream()
                .map(json::readTree)
                .toList();
        var ofRequests = lines.stream().filter(this::isOfARequest).toList();
        assertThat(ofRequests).hasSizeGreaterThan(100);
        assertThat(ofRequests.stream().filter(line -> !trace(line).matches("[0-9a-f]{32}")))
                .isEmpty();
        assertThat(ofRequests.stream().map(StoppedUnderLoadTest::trace).distinct())
                .hasSizeGreaterThan(50);
        assertThat(lines.stream().map(JsonNode::toString).filter(this::isAboutSomebody))
                .isEmpty();
    }

    /** By the name of the container's thread at the port that people come to. */
    private boolean isOfARequest(JsonNode line) {
        return line.at("/process/thread/name").asString("").contains("-" + port + "-exec-");
    }

    private boolean isAboutSomebody(String line) {
        return Stream.of(phone, PASSWORD, "Zhang Wei", "Wang Xiulan", "13800000000", "by the well", "hair has grown")
                .anyMatch(line::contains);
    }

    private static String trace(JsonNode line) {
        return line.at("/trace/id").asString("");
    }
}
