package feiyan.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import feiyan.accounts.SignIns;
import feiyan.canary.WithoutTwin;
import feiyan.cast.ApiClient;
import feiyan.cast.Village;
import feiyan.menu.ProjectId;
import feiyan.platform.AppClock;
import feiyan.platform.KeyRing;
import feiyan.units.Actor;
import feiyan.web.Viewer.Standing;
import feiyan.web.api.ApiScope;
import jakarta.servlet.Filter;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.context.SecurityContextHolder;

/** Two servers on one database, as two machines behind a balancer have it: whatever one does counts on the other. */
@Tag("process")
@WithoutTwin("two servers of their own work on this database beside the test")
@FeiyanTest(properties = "feiyan.jobs=false")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TwoServersTest {

    private static final String API = "/api/v1";
    private static final String JSON = "application/json";
    private static final int CLIENTS = 4;
    private static final int ORDERS = 15;

    @TempDir
    static Path folder;

    @Autowired
    private ApplicationContext house;

    @Autowired
    @Qualifier("springSessionRepositoryFilter")
    private Filter sessions;

    @Autowired
    private JdbcClient db;

    private ServerProcess one;
    private ServerProcess other;
    private Village village;
    private ProjectId project;
    private Instant wednesday;
    private Caller household;
    private Caller desk;

    @BeforeAll
    void twoServers() throws Exception {
        village = Village.in(house);
        project = village.project(1, 40);
        wednesday = Village.wednesday(house.getBean(AppClock.class).instant());
        household = Caller.withToken(token(village.requester));
        desk = Caller.withToken(token(village.clerk));
        one = launch("one");
        other = launch("other");
        one.untilUp();
        other.untilUp();
    }

    @AfterAll
    void end() throws IOException {
        one.close();
        other.close();
    }

    private ServerProcess launch(String name) throws IOException {
        var settings = house.getEnvironment();
        return ServerProcess.launch(
                folder.resolve(name),
                0,
                "--spring.datasource.url=" + settings.getRequiredProperty("spring.datasource.url"),
                "--spring.datasource.username=" + settings.getRequiredProperty("spring.datasource.username"),
                "--spring.datasource.password=" + settings.getRequiredProperty("spring.datasource.password"),
                "--feiyan.clock.ahead=" + settings.getRequiredProperty("feiyan.clock.ahead"),
                "--feiyan.keys=" + house.getBean(KeyRing.class).home());
    }

    @Test
    @Order(1)
    void aSignInAndAFormOfOneAreGoodOnTheOther() throws Exception {
        var browser = Caller.withCookies(signedIn(village.requester));
        var page = browser.get(one.port(), "/");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(browser.get(other.port(), "/").body()).contains("Grandma Wang");

        var csrf = page.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("csrf="))
                .map(cookie -> cookie.replaceAll(";.*", ""))
                .findFirst()
                .orElseThrow();
        var form = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(page.body());
        assertThat(form.find()).isTrue();
        var sent = Caller.withCookies(browser.pass() + "; " + csrf)
                .post(other.port(), "/sign-out", "application/x-www-form-urlencoded", "_csrf=" + form.group(1));
        assertThat(sent.statusCode()).isEqualTo(302);
        assertThat(browser.get(one.port(), "/").body()).doesNotContain("Grandma Wang");
    }

    @Test
    @Order(2)
    void whatHappensOnOneAppearsOnAnOpenPageOfTheOther() throws Exception {
        var browser = Caller.withCookies(signedIn(village.requester));
        var opened = new CountDownLatch(1);
        var changed = new CountDownLatch(1);
        var live = browser.http()
                .send(browser.request(other.port(), "/messages/live").build(), BodyHandlers.ofLines());
        Thread.ofVirtual()
                .start(() -> live.body()
                        .takeWhile(line -> changed.getCount() > 0)
                        .forEach(line -> {
                            opened.countDown();
                            if (line.equals("event:changed")) {
                                changed.countDown();
                            }
                        }));
        assertThat(opened.await(60, TimeUnit.SECONDS)).isTrue();
        approve(one.port(), placed(one.port()));
        assertThat(changed.await(60, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    @Order(3)
    void aPolicyIsTheSameOnBothAtOnce() throws Exception {
        var center = Caller.withToken(token(village.administrator));
        var setting = API + "/admin/policy/clock.rating_days";
        assertThat(value(center.get(other.port(), setting))).isEqualTo("7");
        var changed =
                center.post(one.port(), setting, JSON, "{\"seen\":\"7\",\"value\":\"9\"}", "Idempotency-Key", key());
        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
        assertThat(value(center.get(other.port(), setting))).isEqualTo("9");
    }

    @Test
    @Order(4)
    void whoJoinsOnOneIsSuggestedOnTheOther() throws Exception {
        var order = placed(one.port());
        approve(other.port(), order);
        var candidates = API + "/orders/" + order + "/candidates?from=" + wednesday;
        for (var server : List.of(one, other)) {
            assertThat(read(desk.get(server.port(), candidates))).doesNotContain("Zhao Min");
        }
        village.volunteer("Zhao Min");
        for (var server : List.of(one, other)) {
            assertThat(read(desk.get(server.port(), candidates))).contains("Zhao Min");
        }
    }

    @Test
    @Order(5)
    void oneKeyIsOneOrderWhicheverServerIsAsked() throws Exception {
        var id = key();
        var key = key();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> place(one.port(), id, key).statusCode());
            var second = threads.submit(() -> place(other.port(), id, key).statusCode());
            assertThat(List.of(first.get(), second.get())).contains(201).isSubsetOf(201, 409);
        }
        assertThat(place(other.port(), id, key).body())
                .isEqualTo(place(one.port(), id, key).body());
        assertThat(count("select count(*) from service_order where county_id = :county and id = '%s'".formatted(id)))
                .isEqualTo(1);
    }

    @Test
    @Order(6)
    void whoeverIsKilledNothingAcknowledgedIsLostAndNobodyIsSignedOut() throws Exception {
        var browser = Caller.withCookies(signedIn(village.requester));
        try (var balancer = Balancer.before(one.port(), other.port());
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(browser.get(balancer.port(), "/").body()).contains("Grandma Wang");
            var acknowledged = new ConcurrentLinkedQueue<String>();
            var clients = Stream.generate(() -> threads.submit(() -> keepsPlacing(balancer.port(), acknowledged)))
                    .limit(CLIENTS)
                    .toList();
            await(() -> acknowledged.size() > CLIENTS);
            one.kill();
            for (var client : clients) {
                client.get();
            }
            assertThat(acknowledged).hasSize(CLIENTS * ORDERS).doesNotHaveDuplicates();
            assertThat(count("select count(*) from service_order where county_id = :county and id in ('%s')"
                            .formatted(String.join("','", acknowledged))))
                    .isEqualTo(CLIENTS * ORDERS);
            assertThat(browser.get(balancer.port(), "/").body()).contains("Grandma Wang");
        }
        theOtherDoesWhatIsLeft();
    }

    /** What the killed one had in hand, too; and neither found anything that failed. */
    private void theOtherDoesWhatIsLeft() throws Exception {
        await(() -> count("select count(*) from outbox where county_id = :county and done_at is null") == 0);
        assertThat(count("select count(*) from outbox where county_id = :county and attempts > 0"))
                .isZero();
        for (var name : List.of("one", "other")) {
            assertThat(Files.readString(folder.resolve(name).resolve("feiyan.log")))
                    .doesNotContain(" ERROR ");
        }
    }

    /** As a client should: under the same key until there is an answer. */
    private void keepsPlacing(int port, Collection<String> acknowledged) {
        for (int each = 0; each < ORDERS; each++) {
            var id = key();
            var key = key();
            var answer = placeUntilAnswered(port, id, key);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
            acknowledged.add(Caller.json(answer).path("id").asString());
        }
    }

    private HttpResponse<String> placeUntilAnswered(int port, String id, String key) {
        for (int tried = 1; ; tried++) {
            try {
                return place(port, id, key);
            } catch (UncheckedIOException cut) {
                if (tried == 20) {
                    throw cut;
                }
            }
        }
    }

    private static void await(BooleanSupplier so) throws InterruptedException {
        var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
        while (!so.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited in vain").isLessThan(deadline);
            Thread.sleep(50);
        }
    }

    private String placed(int port) {
        var answer = place(port, key(), key());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return Caller.json(answer).path("id").asString();
    }

    private HttpResponse<String> place(int port, String id, String key) {
        var need = """
                {"id":"%s","another":true,"need":"Her hair has grown long","project":"%s","station":"%s","address":"No. 3, by the well",
                 "recipient":"Wang Xiulan","phone":"13800000000","window":{"from":"%s","to":"%s"}}""".formatted(
                        id, project.value(), village.station.value(), wednesday, wednesday.plus(Duration.ofDays(2)));
        try {
            return household.post(port, API + "/orders", JSON, need, "Idempotency-Key", key);
        } catch (IOException cut) {
            throw new UncheckedIOException(cut);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private void approve(int port, String order) throws IOException, InterruptedException {
        var path = API + "/orders/" + order + "/approval";
        var answer = desk.post(port, path, JSON, "", "Idempotency-Key", key(), "If-Match", "\"1\"");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private static String read(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private static String value(HttpResponse<String> answer) {
        read(answer);
        return Caller.json(answer).path("value").asString();
    }

    private long count(String sql) {
        return db.sql(sql)
                .param("county", village.county.value())
                .query(Long.class)
                .single();
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private String token(Actor actor) {
        var standings = actor.isStaff() ? EnumSet.allOf(Standing.class) : EnumSet.of(Standing.RESIDENT);
        return ApiClient.token(house, actor, ApiScope.openTo(standings));
    }

    /** As the last step of each way in opens it, on a third server: this one. */
    private String signedIn(Actor actor) throws IOException, ServletException {
        var who = ApiClient.signedIn(house, actor);
        var response = new MockHttpServletResponse();
        sessions.doFilter(
                new MockHttpServletRequest(),
                response,
                (request, answer) -> house.getBean(SignIns.class)
                        .open((HttpServletRequest) request, (HttpServletResponse) answer, who));
        SecurityContextHolder.clearContext();
        return "feiyan=" + Objects.requireNonNull(response.getCookie("feiyan")).getValue();
    }
}
