package feiyan.platform.database;

import static feiyan.platform.database.VillageByApi.API;
import static feiyan.platform.database.VillageByApi.JSON;
import static feiyan.platform.database.VillageByApi.key;
import static org.assertj.core.api.Assertions.assertThat;

import feiyan.accounts.Accounts;
import feiyan.accounts.Persons;
import feiyan.canary.WithoutTwin;
import feiyan.cast.Village;
import feiyan.messages.Notices;
import feiyan.units.Role;
import java.io.IOException;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
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
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two servers on one database, as two machines behind a balancer have it: whatever one does counts on the other. */
@Tag("process")
@WithoutTwin("two servers of their own work on this database beside the test")
@FeiyanTest(properties = "feiyan.jobs=false")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TwoServersTest {

    private static final int CLIENTS = 4;
    private static final int ORDERS = 15;
    private static final String PASSWORD = "swallow over wheat";
    private static final String SAVED = "记住了，从现在起照您选的办。";
    private static final int WRONG = 422;
    private static final int WAIT = 409;

    @TempDir
    static Path folder;

    @Autowired
    private ApplicationContext house;

    @Autowired
    private JdbcClient db;

    private TwoServers servers;
    private VillageByApi api;
    private Village village;
    private int one;
    private int other;

    @BeforeAll
    void twoServers() throws Exception {
        api = new VillageByApi(house);
        village = api.village;
        servers = TwoServers.of(house, folder);
        one = servers.one();
        other = servers.other();
    }

    @AfterAll
    void end() throws IOException {
        servers.close();
    }

    @Test
    @Order(1)
    void aSignInAndAFormOfOneAreGoodOnTheOther() throws Exception {
        var visitor = Visitor.signedIn(house, village.requester);
        var page = visitor.get(one, "/");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(visitor.get(other, "/").body()).contains("Grandma Wang");
        assertThat(visitor.post(other, "/sign-out", page, Map.of()).statusCode())
                .isEqualTo(302);
        assertThat(visitor.get(one, "/").body()).doesNotContain("Grandma Wang");
    }

    @Test
    @Order(2)
    void whatAFormDidOnOneIsToldOnTheOtherAndOnlyOnce() throws Exception {
        var visitor = Visitor.signedIn(house, village.requester);
        for (var way : List.of(List.of(one, other), List.of(other, one))) {
            int writes = way.getFirst();
            int tells = way.getLast();
            var page = visitor.get(writes, "/messages/choices");
            var saved = visitor.post(writes, "/messages/choices", page, Visitor.chosen(page));
            assertThat(saved.statusCode()).as(saved.body()).isEqualTo(302);
            var next = Visitor.next(saved);
            assertThat(read(visitor.get(tells, next))).contains(SAVED);
            assertThat(read(visitor.get(tells, next))).doesNotContain(SAVED);
            assertThat(read(visitor.get(writes, next))).doesNotContain(SAVED);
        }
    }

    @Test
    @Order(3)
    void wrongPasswordsCountTogetherWhicheverServerIsAsked() throws Exception {
        for (var tries : List.of(List.of(one, one, one, one, one), List.of(one, other, one, other, one))) {
            var phone = phoneOfAClerk();
            for (int port : tries) {
                assertThat(signIn(port, phone, "a guess")).isEqualTo(WRONG);
            }
            for (int port : List.of(one, other)) {
                assertThat(signIn(port, phone, PASSWORD))
                        .as("the right one, too late")
                        .isEqualTo(WAIT);
            }
        }
        var phone = phoneOfAClerk();
        for (int port : List.of(one, other, one, other)) {
            assertThat(signIn(port, phone, "a guess")).isEqualTo(WRONG);
        }
        assertThat(signIn(one, phone, PASSWORD)).as("the right one in time").isEqualTo(302);
    }

    private String phoneOfAClerk() {
        var clerk = village.staff("Sun Li", village.station, Role.DISPATCHER).person();
        var accounts = house.getBean(Accounts.class);
        var opened = accounts.openFor(village.county, List.of(clerk)).get(clerk);
        accounts.setPassword(Objects.requireNonNull(opened), PASSWORD).orThrow();
        return house.getBean(Persons.class)
                .phone(village.county, clerk, clerk, null)
                .orElseThrow()
                .digits();
    }

    /** By a browser that was never here. */
    private static int signIn(int port, String phone, String password) throws IOException, InterruptedException {
        var stranger = new Visitor(Redirect.NEVER);
        var page = stranger.get(port, "/staff/sign-in");
        return stranger.post(port, "/staff/sign-in", page, Map.of("phone", phone, "password", password))
                .statusCode();
    }

    @Test
    @Order(4)
    void whatHappensOnOneAppearsOnAnOpenPageOfTheOther() throws Exception {
        var visitor = Visitor.signedIn(house, village.requester);
        visitor.hearsOf(() -> api.approved(one), other);
    }

    @Test
    @Order(5)
    void aPolicyIsTheSameOnBothAtOnce() throws Exception {
        var center = api.caller(village.administrator);
        var setting = API + "/admin/policy/clock.rating_days";
        assertThat(value(center.get(other, setting))).isEqualTo("7");
        var changed = center.post(one, setting, JSON, "{\"seen\":\"7\",\"value\":\"9\"}", "Idempotency-Key", key());
        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
        assertThat(value(center.get(other, setting))).isEqualTo("9");
    }

    @Test
    @Order(6)
    void whoJoinsOnOneIsSuggestedOnTheOther() throws Exception {
        var order = api.placed(one);
        api.approve(other, order);
        var candidates = API + "/orders/" + order + "/candidates?from=" + api.wednesday;
        for (int server : List.of(one, other)) {
            assertThat(read(api.desk.get(server, candidates))).doesNotContain("Zhao Min");
        }
        village.volunteer("Zhao Min");
        for (int server : List.of(one, other)) {
            assertThat(read(api.desk.get(server, candidates))).contains("Zhao Min");
        }
    }

    @Test
    @Order(7)
    void oneKeyIsOneOrderWhicheverServerIsAsked() throws Exception {
        var id = key();
        var key = key();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> api.place(one, id, key).statusCode());
            var second = threads.submit(() -> api.place(other, id, key).statusCode());
            assertThat(List.of(first.get(), second.get())).contains(201).isSubsetOf(201, 409);
        }
        assertThat(api.place(other, id, key).body())
                .isEqualTo(api.place(one, id, key).body());
        assertThat(count("select count(*) from service_order where county_id = :county and id = '%s'".formatted(id)))
                .isEqualTo(1);
    }

    @Test
    @Order(8)
    void whoeverIsKilledNothingAcknowledgedIsLostAndNobodyIsSignedOut() throws Exception {
        var visitor = Visitor.signedIn(house, village.requester);
        try (var balancer = Balancer.before(one, other);
                var toOne = Balancer.toTheFirstOf(one, other);
                var page = LivePage.of(visitor, toOne.port());
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            page.shows(noticesAfterAnother());
            var acknowledged = new ConcurrentLinkedQueue<String>();
            var clients = Stream.generate(() -> threads.submit(() -> keepsPlacing(balancer.port(), acknowledged)))
                    .limit(CLIENTS)
                    .toList();
            await(() -> acknowledged.size() > CLIENTS);
            servers.killOne();
            var missed = noticesAfterAnother();
            for (var client : clients) {
                client.get();
            }
            allAreThere(acknowledged);
            assertThat(visitor.get(balancer.port(), "/").body()).contains("Grandma Wang");
            page.isBackAndShows(missed);
            page.shows(noticesAfterAnother());
        }
        theOtherDoesWhatIsLeft();
    }

    /** How many she has not seen when one of her orders more is approved, on the server that is not killed. */
    private int noticesAfterAnother() throws Exception {
        var notices = house.getBean(Notices.class);
        var before = notices.unread(village.county, village.requester.person());
        api.approved(other);
        await(() -> notices.unread(village.county, village.requester.person()) > before);
        return before + 1;
    }

    /** As a client should: under the same key until there is an answer. */
    private void keepsPlacing(int port, Collection<String> acknowledged) {
        for (int each = 0; each < ORDERS; each++) {
            var answer = api.placeUntilAnswered(port, key(), key());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
            acknowledged.add(Caller.json(answer).path("id").asString());
        }
    }

    private void allAreThere(Collection<String> acknowledged) {
        assertThat(acknowledged).hasSize(CLIENTS * ORDERS).doesNotHaveDuplicates();
        assertThat(count("select count(*) from service_order where county_id = :county and id in ('%s')"
                        .formatted(String.join("','", acknowledged))))
                .isEqualTo(CLIENTS * ORDERS);
    }

    /** What the killed one had in hand, too; and neither found anything that failed. */
    private void theOtherDoesWhatIsLeft() throws Exception {
        await(() -> count("select count(*) from outbox where county_id = :county and done_at is null") == 0);
        assertThat(count("select count(*) from outbox where county_id = :county and attempts > 0"))
                .isZero();
        servers.neitherFoundAnythingThatFailed();
    }

    private static void await(BooleanSupplier so) throws InterruptedException {
        var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
        while (!so.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited in vain").isLessThan(deadline);
            Thread.sleep(50);
        }
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
}
