package feiyan.access;

import static org.assertj.core.api.Assertions.assertThat;

import feiyan.accounts.SignIns;
import feiyan.platform.AppClock;
import feiyan.platform.database.FeiyanTest;
import jakarta.servlet.Filter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
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
 * nothing. A new route needs its line there; {@code target/access-found.txt} shows each line as it was answered, and
 * {@code -Daccess.only=/orders} tries the routes that begin so.
 */
@FeiyanTest(properties = {"feiyan.jobs=false", "feiyan.demo=true"})
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
    private final Requests requests = Requests.read();
    private Knock knock;
    private Sessions sessions;
    private Digest digest;

    @BeforeAll
    void aTown() {
        var town = new Town(house);
        var things = new Things();
        var needs = new Needs(town, things);
        needs.arise();
        new Services(town, things, needs).begin();
        new Papers(town, things).lieReady();
        digest = new Digest(house.getBean(JdbcTemplate.class));
        sessions = new Sessions(sessionFilter, house.getBean(SignIns.class), town);
        var transactions = house.getBean(PlatformTransactionManager.class);
        knock = new Knock(web, house.getBean(AppClock.class), things, digest, transactions);
    }

    @Test
    void eachRouteHasItsLineAndEachLineItsRoute() {
        var declared = table.lines().keySet().stream().map(Route::plain).collect(Collectors.toCollection(TreeSet::new));
        assertThat(declared).isEqualTo(Routes.of(house));
        assertThat(table.lines().keySet()).containsAll(requests.lines().keySet());
    }

    @Test
    void eachCellHolds() throws IOException {
        var found = new ArrayList<String>();
        var wrong = new ArrayList<String>();
        for (var route : tried()) {
            var row = new Row(route, requests.of(route), knock, sessions);
            found.add(table.line(route, row.tried(table.columns())));
            wrong.addAll(row.wrong());
        }
        Files.write(Path.of("target/access-found.txt"), found);
        var promised =
                tried().stream().map(route -> table.line(route, table.of(route))).toList();
        assertThat(wrong).isEmpty();
        assertThat(found).isEqualTo(promised);
        assertThat(digest.difference()).as("everything was taken back").isEmpty();
        System.out.printf("access: %d routes, %d lines, %d cells%n", routes(), found.size(), cells(found.size()));
    }

    private List<Route> tried() {
        var only = System.getProperty("access.only", "");
        return table.lines().keySet().stream()
                .filter(route -> route.pattern().startsWith(only))
                .toList();
    }

    private int routes() {
        return Routes.of(house).size();
    }

    private int cells(int lines) {
        return lines * table.columns().size();
    }

    /** A foreign page that sends somebody's browser here does not have the token that our own forms carry. */
    @Test
    void noFormIsTakenWithoutItsToken() {
        for (var route : tried()) {
            if (route.writes() && route.variant() == null) {
                var answer = knock.withoutToken(route, requests.of(route), sessions.of("center.d"));
                assertThat(answer.response().getStatus()).as(route.toString()).isEqualTo(403);
                assertThat(answer.changed()).as(route.toString()).isEmpty();
            }
        }
    }
}
