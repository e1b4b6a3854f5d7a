package feiyan.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import feiyan.accounts.PersonId;
import feiyan.accounts.Persons;
import feiyan.cast.ApiClient;
import feiyan.cast.Village;
import feiyan.platform.AppClock;
import feiyan.platform.Outcome;
import feiyan.platform.database.FeiyanTest;
import feiyan.units.Actor;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What all endpoints share, seen through a small one that writes people down. */
@FeiyanTest(properties = {"feiyan.jobs=false", "feiyan.api.requests-per-minute=100000"})
@AutoConfigureMockMvc
@Import(ApiTest.Guests.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApiTest {

    private static final String GUESTS = "/api/v1/guests";

    @Autowired
    ApplicationContext house;

    @Autowired
    MockMvcTester web;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    AppClock clock;

    Village village;
    ApiClient api;

    @BeforeAll
    void aVillage() {
        village = Village.in(house);
        api = ApiClient.of(house, web, village.clerk, "orders:read", "orders:write");
    }

    @Test
    void withoutATokenNobodyComesIn() {
        var answer = web.get().uri(GUESTS + "/7").exchange();
        assertThat(answer).hasStatus(401).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(answer).headers().hasValue("WWW-Authenticate", "Bearer realm=\"feiyan\"");
        assertThat(ApiClient.json(answer).path("type").asString()).isEqualTo("urn:feiyan:problem:token");
        assertThat(answer.getRequest().getSession(false)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"feiyan_1_wrong", "x", "feiyan_zzzzzzzzzzz_ABCDEFGH"})
    void aTokenThatNobodyMadeIsToldAsInvalid(String token) {
        var answer = ApiClient.with(web, token).get(GUESTS + "/7");
        assertThat(answer).hasStatus(401);
        assertThat(answer).headers().hasValue("WWW-Authenticate", "Bearer realm=\"feiyan\", error=\"invalid_token\"");
    }

    @Test
    void aTokenInTheAddressDoesNotCount() {
        assertThat(web.get().uri(GUESTS + "/7?access_token=" + api.token()).exchange())
                .hasStatus(401);
    }

    @Test
    void aTokenWithoutTheScopeIsToldWhichItNeeds() {
        var narrow = ApiClient.of(house, web, village.clerk, "orders:read");
        var answer = narrow.post(GUESTS, guest("narrow"));
        assertThat(answer).hasStatus(403);
        assertThat(answer)
                .headers()
                .hasValue(
                        "WWW-Authenticate",
                        "Bearer realm=\"feiyan\", error=\"insufficient_scope\", scope=\"orders:write\"");
        assertThat(count("narrow")).isZero();
    }

    @Test
    void anEndpointThatNamesNoScopeIsClosedToAll() {
        assertThat(api.get(GUESTS + "/unscoped")).hasStatus(403);
    }

    @Test
    void problemsSpeakTheLanguageOfTheRequestAndKeepTheirCode() {
        var chinese = api.get(GUESTS + "/99");
        var english = api.get(GUESTS + "/99", "Accept-Language", "fr, en;q=0.8, zh;q=0.1");
        assertThat(ApiClient.code(chinese)).isEqualTo("unknown").isEqualTo(ApiClient.code(english));
        assertThat(ApiClient.json(chinese).path("title").asString()).isEqualTo("没有这一项");
        assertThat(ApiClient.json(english).path("title").asString()).isEqualTo("There is no such thing");
        assertThat(english).headers().hasValue("Content-Language", "en");
    }

    @Test
    void aRefusalIsAConflictWithTheWordsOfThePagesAndTheNextStep() {
        var answer = api.post(GUESTS, guest(" "));
        assertThat(answer).hasStatus(409).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        var problem = ApiClient.json(answer);
        assertThat(problem.path("code").asString()).startsWith("name.");
        assertThat(problem.path("detail").asString()).doesNotContain("??");
        assertThat(problem.path("next").asString()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\":\"a\",\"surname\":\"b\",\"age\":1}  | 422 | surname",
                "{\"age\":1}                                    | 422 | name",
                "{\"name\":null,\"age\":1}                      | 422 | name",
                "{\"name\":\"a\",\"age\":\"1\"}                 | 422 | age",
                "{\"name\":\"a\",\"age\":1.5}                   | 422 | age",
                "{\"name\":\"a\\u0000b\",\"age\":1}             | 422 | name",
                "{\"name\":\"a\\ud840b\",\"age\":1}             | 422 | name",
                "{\"name\":[\"a\"],\"age\":1}                   | 422 | name"
            })
    void aWrongFieldIsNamed(String body, int status, String field) {
        var answer = api.post(GUESTS, body);
        assertThat(answer).hasStatus(status);
        assertThat(ApiClient.fields(answer)).containsExactly(field);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{\"name\":| 400", "[] | 422", "'' | 400", "{\"name\":\"a\",\"age\":1}x | 400", "\"text\" | 422"})
    void whatIsNoSuchObjectIsAMistakeAndNoBug(String body, int status) {
        assertThat(api.post(GUESTS, body)).hasStatus(status);
    }

    @Test
    void otherFormatsMethodsAndPlacesAreToldAsSuch() {
        assertThat(problem(api.request(HttpMethod.POST, GUESTS)
                        .header("Idempotency-Key", "form")
                        .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                        .content("name=a")
                        .exchange()))
                .isEqualTo("415 media_type");
        assertThat(problem(api.write(HttpMethod.DELETE, GUESTS, null, "delete", null)))
                .isEqualTo("405 method");
        assertThat(problem(api.get("/api/v1/nowhere"))).isEqualTo("404 unknown");
        assertThat(problem(api.get("/api"))).isEqualTo("404 unknown");
        for (var other : List.of("text/html", "application/xml", "application/yaml")) {
            assertThat(problem(api.get(GUESTS + "/list?limit=1", "Accept", other)))
                    .isEqualTo("406 not_acceptable");
        }
        assertThat(problem(api.post(GUESTS, guest("x".repeat(300_000))))).isEqualTo("413 too_large");
    }

    @Test
    void aBugIsToldByItsNumberAloneAndTakesEverythingBack() {
        var answer = api.post(GUESTS + "/bug", guest("bug"), "k-bug");
        assertThat(problem(answer)).isEqualTo("500 bug");
        assertThat(ApiClient.body(answer)).doesNotContain("secret inside", "Exception");
        assertThat(count("bug")).isZero();
        assertThat(api.post(GUESTS, guest("bug"), "k-bug")).hasStatus(201);
    }

    @Test
    void whileTheDatabaseIsAwayAWriteIsAskedToComeAgainAndThenHappensOnce() {
        var answer = api.post(GUESTS + "/away", guest("away"), "k-away");
        assertThat(problem(answer)).isEqualTo("503 away");
        assertThat(answer).headers().hasValue("Retry-After", "2");
        assertThat(ApiClient.body(answer)).doesNotContain("secret inside", "Exception");
        assertThat(count("away")).isZero();
        assertThat(api.post(GUESTS, guest("away"), "k-away")).hasStatus(201);
    }

    @Test
    void eachWriteNeedsAKey() {
        var answer = api.request(HttpMethod.POST, GUESTS)
                .contentType(MediaType.APPLICATION_JSON)
                .content(guest("keyless"))
                .exchange();
        assertThat(problem(answer)).isEqualTo("400 no_key");
        assertThat(problem(api.post(GUESTS, guest("keyless"), "white space"))).isEqualTo("400 bad_key");
        assertThat(count("keyless")).isZero();
    }

    @Test
    void aWriteUnderTheSameKeyHappensOnceAndIsAnsweredAsTheFirstTime() {
        var first = api.post(GUESTS, guest("once"), "k-once");
        var again = api.post(GUESTS, guest("once"), "\"k-once\"");
        assertThat(first).hasStatus(201).doesNotContainHeader("Idempotency-Replayed");
        assertThat(again).hasStatus(201).headers().hasValue("Idempotency-Replayed", "true");
        assertThat(ApiClient.body(again)).isEqualTo(ApiClient.body(first)).contains("id");
        assertThat(count("once")).isEqualTo(1);
    }

    @Test
    void anIdThatTheClientMadeServesAsTheKey() {
        var body = "{\"id\":\"%s\",\"name\":\"own\",\"age\":1}".formatted(UUID.randomUUID());
        for (int i = 0; i < 2; i++) {
            assertThat(api.request(HttpMethod.POST, GUESTS)
                            .contentType(MediaType.APPLICATION_JSON)
                            .content(body)
                            .exchange())
                    .hasStatus(201);
        }
        assertThat(count("own")).isEqualTo(1);
    }

    @Test
    void aRefusalDoesNotSpendAnIdThatTheClientMade() {
        var id = UUID.randomUUID();
        for (var name : List.of("", "calm")) {
            assertThat(api.request(HttpMethod.POST, GUESTS)
                            .contentType(MediaType.APPLICATION_JSON)
                            .content("{\"id\":\"%s\",\"name\":\"%s\",\"age\":1}".formatted(id, name))
                            .exchange())
                    .hasStatus(name.isEmpty() ? 409 : 201);
        }
        assertThat(count("calm")).isEqualTo(1);
    }

    @Test
    void aKeyOfOneRequestIsRefusedForAnother() {
        api.post(GUESTS, guest("one"), "k-two");
        assertThat(problem(api.post(GUESTS, guest("two"), "k-two"))).isEqualTo("422 key_used");
        assertThat(count("two")).isZero();
        var stranger = ApiClient.of(house, web, village.clerk, "orders:write");
        assertThat(stranger.post(GUESTS, guest("two"), "k-two")).hasStatus(201);
    }

    @Test
    void aRefusalIsAnAnswerTooButAMistakeCanBePutRightUnderItsKey() {
        assertThat(api.post(GUESTS, guest(""), "k-refused")).hasStatus(409);
        assertThat(api.post(GUESTS, guest(""), "k-refused"))
                .hasStatus(409)
                .headers()
                .hasValue("Idempotency-Replayed", "true");
        assertThat(api.post(GUESTS, "{\"name\":\"right\"}", "k-right")).hasStatus(422);
        assertThat(api.post(GUESTS, guest("right"), "k-right")).hasStatus(201);
    }

    @Test
    void ofManyAtOnceUnderOneKeyOneHappensAndAllHearTheSame() throws Exception {
        var answers = atOnce(6, () -> api.post(GUESTS, guest("race"), "k-race"));
        assertThat(count("race")).isEqualTo(1);
        assertThat(answers).allSatisfy(answer -> assertThat(answer).hasStatus(201));
        assertThat(answers.stream().map(ApiClient::body).distinct()).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.getResponse().getHeader("Idempotency-Replayed") == null)
                .hasSize(1);
    }

    @Test
    void whatIsDecidedAnewIsNeverKept() {
        var first = api.post(GUESTS + "/door-view", null, "k-view");
        var second = api.post(GUESTS + "/door-view", null, "k-view");
        assertThat(ApiClient.body(first)).isNotEqualTo(ApiClient.body(second));
        assertThat(kept("k-view")).isZero();
    }

    @Test
    void whatTheDatabaseRefusesAtTheVeryEndIsToldInsteadOfTheAnswerThatWasReady() {
        var refused = api.post(GUESTS + "/late", guest("too late"), "k-end");
        assertThat(problem(refused)).isEqualTo("409 try_again");
        assertThat(ApiClient.json(refused).has("id")).isFalse();
        assertThat(count("too late")).isZero();
        assertThat(kept("k-end")).isZero();
    }

    @Test
    void toldToTryAgainOneDoesSoUnderTheSameKey() {
        assertThat(problem(api.post(GUESTS + "/busy", null, "k-busy"))).isEqualTo("409 try_again");
        assertThat(kept("k-busy")).isZero();
        assertThat(api.post(GUESTS, guest("patient"), "k-busy")).hasStatus(201);
    }

    @Test
    void keysAreForgottenAfterTheirTime() {
        var late = clock.instant().plusSeconds(25 * 3600);
        api.post(GUESTS, guest("late"), "k-late");
        assertThat(kept("k-late")).isEqualTo(1);
        assertThat(clock.at(late, () -> api.post(GUESTS, guest("late"), "k-late")))
                .hasStatus(201);
        assertThat(count("late")).isEqualTo(2);
    }

    @Test
    void aReadIsTaggedAndNotSentTwice() {
        var first = api.get(GUESTS + "/7");
        var tag = first.getResponse().getHeader("ETag");
        assertThat(tag).matches("\"7-[0-9a-f]{20}\"");
        var second = api.get(GUESTS + "/7", "If-None-Match", "\"other\", W/" + tag);
        assertThat(second).hasStatus(304).bodyText().isEmpty();
        assertThat(api.get(GUESTS + "/7", "If-None-Match", "\"7-0\"")).hasStatus(200);
    }

    @Test
    void aCommandSaysWhichVersionItSaw() {
        assertThat(problem(api.post(GUESTS + "/7/greeting", null))).isEqualTo("428 no_version");
        assertThat(problem(api.post(GUESTS + "/7/greeting", 6, null))).isEqualTo("412 order.moved_on");
        assertThat(api.post(GUESTS + "/7/greeting", 7, null)).hasStatus(200);
        assertThat(api.request(HttpMethod.POST, GUESTS + "/7/greeting")
                        .header("Idempotency-Key", "star")
                        .header("If-Match", "*")
                        .exchange())
                .hasStatus(422);
    }

    @Test
    void aListGoesOnWhereItsPartEnded() {
        var first = api.get(GUESTS + "/list?limit=2&kind=a%26b");
        assertThat(ApiClient.json(first).path("items").toString()).isEqualTo("[1,2]");
        var next = ApiClient.json(first).path("next").asString();
        assertThat(first)
                .headers()
                .hasValue("Link", "<" + GUESTS + "/list?limit=2&kind=a%26b&after=" + next + ">; rel=\"next\"");
        var last = api.get(GUESTS + "/list?limit=2&after=" + next);
        assertThat(ApiClient.json(last).path("items").toString()).isEqualTo("[3]");
        assertThat(last).doesNotContainHeader("Link");
    }

    @ParameterizedTest
    @CsvSource({"limit=0, limit", "limit=101, limit", "limit=many, limit", "after=%7F, after", "after=YQ~~, after"})
    void aWrongPartOfAListIsAMistake(String query, String field) {
        var answer = api.get(GUESTS + "/list?" + query);
        assertThat(answer).hasStatus(422);
        assertThat(ApiClient.fields(answer)).containsExactly(field);
    }

    @Test
    void aZeroByteIsNoTextAtAll() {
        var answer = api.get(GUESTS + "/list?after=%00");
        assertThat(answer).hasStatus(400);
        assertThat(ApiClient.code(answer)).isEqualTo("malformed");
    }

    @Test
    void whoAsksTooOftenWaits() {
        var frugal = new Buckets(clock);
        clock.at(Instant.parse("2026-06-16T02:00:00Z"), () -> {
            IntStream.range(0, 60)
                    .forEach(i -> assertThat(frugal.take("a", 60).allowed()).isTrue());
            var over = frugal.take("a", 60);
            assertThat(over.allowed()).isFalse();
            assertThat(over.untilNext()).isEqualTo(1);
            assertThat(frugal.take("b", 60).allowed()).isTrue();
        });
        clock.at(Instant.parse("2026-06-16T02:00:02Z"), () -> {
            assertThat(frugal.take("a", 60).left()).isEqualTo(1);
        });
    }

    @Test
    void theAnswerSaysHowMuchIsLeftAndHowLongToWait() {
        var bearer = new Bearer(() -> "wang", village.county, UUID.randomUUID(), UUID.randomUUID(), Set.of());
        var somebody = new TestingAuthenticationToken("wang", null);
        somebody.setDetails(bearer);
        SecurityContextHolder.getContext().setAuthentication(somebody);
        var limits = new RateLimitFilter(new Buckets(clock), house.getBean(ProblemWriter.class), 2, 5);
        var answers = clock.at(
                Instant.parse("2026-06-16T02:00:00Z"),
                () -> IntStream.range(0, 3).mapToObj(i -> answer(limits)).toList());
        SecurityContextHolder.clearContext();
        assertThat(answers.getFirst().getHeader("RateLimit-Policy"))
                .isEqualTo("\"token\";q=2;w=60, \"person\";q=5;w=60");
        assertThat(answers.getFirst().getHeader("RateLimit")).isEqualTo("\"token\";r=1;t=30, \"person\";r=4;t=12");
        assertThat(answers.getLast().getStatus()).isEqualTo(429);
        assertThat(answers.getLast().getHeader("Retry-After")).isEqualTo("30");
    }

    private static MockHttpServletResponse answer(RateLimitFilter limits) {
        var response = new MockHttpServletResponse();
        try {
            limits.doFilter(new MockHttpServletRequest("GET", GUESTS), response, new MockFilterChain());
        } catch (IOException | ServletException failure) {
            throw new IllegalStateException(failure);
        }
        return response;
    }

    private String problem(MvcTestResult answer) {
        assertThat(answer.getResponse().getContentType()).startsWith("application/problem+json");
        return answer.getResponse().getStatus() + " " + ApiClient.code(answer);
    }

    private static String guest(String name) {
        return "{\"name\":\"%s\",\"age\":1}".formatted(name);
    }

    private int count(String name) {
        return jdbc.sql("select count(*) from person where county_id = :county and name = :name")
                .param("county", village.county.value())
                .param("name", name)
                .query(Integer.class)
                .single();
    }

    private int kept(String key) {
        return jdbc.sql("select count(*) from api_replay where county_id = :county and key = :key")
                .param("county", village.county.value())
                .param("key", "k:" + key)
                .query(Integer.class)
                .single();
    }

    private static <T> List<T> atOnce(int times, Callable<T> work) throws Exception {
        var start = new CyclicBarrier(times);
        try (var threads = Executors.newFixedThreadPool(times)) {
            var running = Stream.generate(() -> threads.submit(() -> {
                        start.await();
                        return work.call();
                    }))
                    .limit(times)
                    .toList();
            var answers = new ArrayList<T>();
            for (var one : running) {
                answers.add(one.get());
            }
            return answers;
        }
    }

    @RestController
    @RequestMapping(GUESTS)
    static class Guests {

        private final Persons persons;

        Guests(Persons persons) {
            this.persons = persons;
        }

        record NewGuest(@Nullable UUID id, String name, int age) {}

        record Guest(UUID id) {}

        record Card(int number, int version) implements Versioned {}

        @PostMapping
        @ResponseStatus(HttpStatus.CREATED)
        @NeedsScope("orders:write")
        Outcome<Guest> add(Actor actor, @RequestBody NewGuest guest) {
            return persons.register(actor.county(), guest.name(), null)
                    .map(PersonId::value)
                    .map(Guest::new);
        }

        @PostMapping("/bug")
        @NeedsScope("orders:write")
        Outcome<Guest> bug(Actor actor, @RequestBody NewGuest guest) {
            persons.register(actor.county(), guest.name(), null).orThrow();
            throw new IllegalStateException("secret inside");
        }

        @PostMapping("/away")
        @NeedsScope("orders:write")
        Outcome<Guest> away(Actor actor, @RequestBody NewGuest guest) {
            persons.register(actor.county(), guest.name(), null).orThrow();
            var cut = new SQLException("secret inside: could not extend file", "53100");
            throw new DataAccessResourceFailureException("secret inside", cut);
        }

        @PostMapping("/late")
        @ResponseStatus(HttpStatus.CREATED)
        @NeedsScope("orders:write")
        Outcome<Guest> late(Actor actor, @RequestBody NewGuest guest) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void beforeCommit(boolean readOnly) {
                    throw new ConcurrencyFailureException("somebody was faster");
                }
            });
            return add(actor, guest);
        }

        @PostMapping("/busy")
        @NeedsScope("orders:write")
        Outcome<Guest> busy() {
            return Outcome.refused("try_again");
        }

        @PostMapping("/door-view")
        @NeedsScope("orders:write")
        @DecidedAnew
        Guest view() {
            return new Guest(UUID.randomUUID());
        }

        @GetMapping("/{number}")
        @NeedsScope("orders:read")
        java.util.Optional<Card> card(@PathVariable int number) {
            return java.util.Optional.of(new Card(number, number)).filter(card -> card.number() == 7);
        }

        @GetMapping("/unscoped")
        Card unscoped() {
            return new Card(1, 1);
        }

        @PostMapping("/{number}/greeting")
        @NeedsScope("orders:write")
        Outcome<Card> greet(@PathVariable int number, @IfMatch int version) {
            return version == number
                    ? Outcome.done(new Card(number, number + 1))
                    : Outcome.refused("order.moved_on", "SUBMITTED");
        }

        @GetMapping("/list")
        @NeedsScope("orders:read")
        Slice<Integer> list(Paging paging) {
            var cursor = paging.cursor();
            int from = cursor == null ? 1 : Integer.parseInt(cursor.text(0)) + 1;
            var rows = IntStream.rangeClosed(from, 3).boxed().toList();
            return Slice.of(rows, 10, paging, Cursor::of, row -> row);
        }
    }
}
