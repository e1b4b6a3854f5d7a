package feiyan.access;

import static org.assertj.core.api.Assertions.assertThat;

import feiyan.accounts.ApiTokens;
import feiyan.accounts.SignIns;
import feiyan.accounts.Stays;
import feiyan.canary.WithoutTwin;
import feiyan.platform.AppClock;
import feiyan.platform.database.FeiyanTest;
import feiyan.web.Viewer.Standing;
import feiyan.web.api.ApiScope;
import jakarta.servlet.Filter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Whoever knocks at whatever door is answered as {@code access/pages.txt} promises, and what was denied has changed
 * nothing. A new route needs its line there; {@code target/access-pages-found.txt} shows each line as it was answered,
 * and {@code -Daccess.only=/orders} tries the routes that begin so.
 */
@FeiyanTest(
        properties = {
            "feiyan.jobs=false",
            "feiyan.demo=true",
            "feiyan.api.requests-per-minute=100000",
            "feiyan.api.requests-per-minute-of-a-person=100000"
        })
@WithoutTwin("begins where there is no county yet, and has two of its own")
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
@Import(SessionsWithin.class)
@TestInstance(Lifecycle.PER_CLASS)
class AccessMatrixTest {

    @Autowired
    private ApplicationContext house;

    @Autowired
    private MockMvc web;

    @Autowired
    @Qualifier("springSessionRepositoryFilter")
    private Filter sessionFilter;

    private final AccessTable table = AccessTable.read();
    private final ApiTable api = ApiTable.read(table);
    private final Requests requests = Requests.read();
    private Knock knock;
    private Sessions sessions;
    private Tokens tokens;
    private Digest digest;

    @BeforeAll
    void aTown() {
        var town = new Town(house);
        var things = new Things();
        var needs = new Needs(town, things);
        needs.arise();
        new Services(town, things, needs).begin();
        new Papers(town, things).lieReady();
        sessions = new Sessions(sessionFilter, house.getBean(SignIns.class), town);
        sessions.of("village.o", null);
        var own = town.signedIn("village.o").account();
        var token = house.getBean(ApiTokens.class)
                .make(town.signedIn("village.o"), Set.of(Standing.RESIDENT), "test", Set.of(ApiScope.ORDERS_READ), 30);
        things.put("token", token.orThrow().id().value());
        things.put("stay", house.getBean(Stays.class).of(own).getFirst().id().value());
        tokens = new Tokens(town);
        digest = new Digest(house.getBean(JdbcTemplate.class));
        var transactions = house.getBean(PlatformTransactionManager.class);
        knock = new Knock(web, house.getBean(AppClock.class), things, digest, transactions);
        makeTokens();
        digest.takeAnew();
    }

    /** All of them beforehand: the making of one is written down. */
    private void makeTokens() {
        table.columns().forEach(tokens::of);
        for (var route : api.lines().keySet()) {
            var who = whoMay(route);
            tokens.without(who, scope(route));
            tokens.expired(who);
            tokens.revoked(who);
        }
    }

    private Map<String, Verdict> promisedToTokens(Route route) {
        return api.of(route, tokens, knock.namesSomething(route, requests.of(route)));
    }

    private String scope(Route route) {
        return Objects.requireNonNull(api.lines().get(route)).scope();
    }

    @Test
    void eachRouteHasItsLineAndEachLineItsRoute() {
        var declared = new HashSet<>(table.lines().keySet());
        declared.addAll(api.lines().keySet());
        Set<Route> plain = declared.stream().map(Route::plain).collect(Collectors.toCollection(TreeSet::new));
        assertThat(plain).isEqualTo(Routes.of(house));
        assertThat(declared).containsAll(requests.lines().keySet());
    }

    @Test
    void eachPageAnswersEverybodyAsPromised() throws Exception {
        holds("pages", tried(table.lines().keySet()), sessions, table::of);
    }

    @Test
    void eachEndpointAnswersEverybodysTokenAsItsPage() throws Exception {
        holds("api", tried(api.lines().keySet()), tokens, this::promisedToTokens);
    }

    private void holds(String name, List<Route> routes, Passes passes, Function<Route, Map<String, Verdict>> promised)
            throws Exception {
        var rows = routes.stream()
                .map(route -> new Row(route, requests.of(route), promised.apply(route), knock, passes))
                .toList();
        TwoLanes.run(rows);
        var found = rows.stream()
                .map(row -> AccessTable.line(row.route(), row.found()))
                .toList();
        Files.write(Path.of("target/access-%s-found.txt".formatted(name)), found);
        assertThat(rows.stream().flatMap(row -> row.wrong().stream())).isEmpty();
        assertThat(found)
                .isEqualTo(rows.stream()
                        .map(row -> AccessTable.line(row.route(), row.promised()))
                        .toList());
        assertThat(digest.difference()).as("everything was taken back").isEmpty();
        var cells = rows.stream().mapToInt(row -> row.found().size()).sum();
        System.out.printf("access, %s: %d lines, %d cells%n", name, rows.size(), cells);
    }

    private static List<Route> tried(Set<Route> routes) {
        var only = System.getProperty("access.only", "").split(",", -1);
        return routes.stream()
                .filter(route -> Arrays.stream(only).anyMatch(route.pattern()::startsWith))
                .toList();
    }

    /** Each by somebody for whom it would be done with a good one. */
    @Test
    void aTokenWithTooLittleScopeOrThatIsOverOpensNothing() {
        for (var route : tried(api.lines().keySet())) {
            var who = whoMay(route);
            denied(route, tokens.without(who, scope(route)), Verdict.REFUSED);
            denied(route, tokens.expired(who), Verdict.SIGN_IN);
            denied(route, tokens.revoked(who), Verdict.SIGN_IN);
            denied(route, new Pass.Token("fy_no_token_at_all"), Verdict.SIGN_IN);
            denied(route, session(route, who), Verdict.SIGN_IN);
        }
    }

    private String whoMay(Route route) {
        return promisedToTokens(route).entrySet().stream()
                .filter(cell -> cell.getValue() == Verdict.DONE)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new AssertionError("open to nobody: " + route));
    }

    private Pass session(Route route, String who) {
        return sessions.of(who, knock.moment(requests.of(route)));
    }

    private void denied(Route route, Pass pass, Verdict verdict) {
        var answer = knock.at(route, requests.of(route), pass);
        assertThat(answer.verdict()).as(route.toString()).isEqualTo(verdict);
        assertThat(answer.changed()).as(route.toString()).isEmpty();
    }

    /** A foreign page that sends somebody's browser here does not have the token that our own forms carry. */
    @Test
    void noFormIsTakenWithoutItsToken() {
        for (var route : tried(table.lines().keySet())) {
            if (route.writes() && route.variant() == null) {
                var answer = knock.withoutToken(route, requests.of(route), session(route, "center.d"));
                assertThat(answer.response().getStatus()).as(route.toString()).isEqualTo(403);
                assertThat(answer.changed()).as(route.toString()).isEmpty();
            }
        }
    }
}
