package feiyan.canary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import feiyan.accounts.AccountId;
import feiyan.accounts.PersonId;
import feiyan.accounts.SignedIn;
import feiyan.platform.Ids;
import feiyan.platform.database.FeiyanTest;
import feiyan.web.PublicPaths;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A leak of each kind, made on purpose: the guard that stands behind every test class sees it. */
@FeiyanTest(properties = "feiyan.jobs=false")
@AutoConfigureMockMvc
@Import({CanaryGuardTest.LeakyPage.class, CanaryGuardTest.Open.class})
class CanaryGuardTest {

    private static final Logger LOG = LoggerFactory.getLogger(CanaryGuardTest.class);
    private static final String NEED = "Her hair has grown long";
    private static final String PASSWORD = "correct horse battery";

    @Autowired
    private MockMvcTester web;

    @Autowired
    private ApplicationContext house;

    @Test
    void aLogLineBelowWhatTheConsoleShows() {
        LOG.debug("placed: {}", NEED);
        seen("log line DEBUG", NEED);
    }

    @Test
    void anExceptionInALogLine() {
        LOG.warn("failed", new IllegalStateException("outer", new IllegalArgumentException("for " + NEED)));
        seen("IllegalArgumentException", NEED);
    }

    @Test
    void whatAPageThrows() {
        get("/leak/thrown?words=" + NEED, true);
        seen("GET /leak/thrown throws", NEED);
    }

    @Test
    void anAnswerToSomebodySignedOut() {
        get("/leak/need", false);
        seen("GET /leak/need for somebody signed out", NEED);
        get("/leak/need", true);
        assertThat(Leaks.take())
                .as("whoever is signed in is the table's business")
                .isEmpty();
        get("/leak/echo?words=" + NEED, false);
        assertThat(Leaks.take()).as("what the request brought along").isEmpty();
    }

    @Test
    void anErrorPage() {
        get("/leak/error", true);
        seen("an error page", NEED);
    }

    @Test
    void aSecretEvenEchoed() {
        get("/leak/echo?words=" + PASSWORD, true);
        seen("GET /leak/echo", PASSWORD);
    }

    @Test
    void anAnswerWithTheOtherCountyInItsBodyOrAHeaderPackedOrNot() {
        get("/leak/twin", true);
        seen("GET /leak/twin", Marks.TWIN);
        get("/leak/header", true);
        seen("GET /leak/header", Marks.TWIN);
        get("/leak/packed", true);
        seen("GET /leak/packed", Marks.TWIN);
    }

    @Test
    void theSessionsOwnId() {
        var session = "c".repeat(30) + "4711";
        web.get()
                .uri("/leak/echo?words=" + session)
                .cookie(new Cookie("feiyan", session))
                .exchange();
        seen("GET /leak/echo", session);
    }

    @Test
    void aColumnInClear() {
        try (var database = CanaryGuard.databaseOf(house)) {
            var owner = JdbcClient.create(database);
            owner.sql("insert into policy (county_id, key, value, set_at) values (4711, 'x', ?, now())")
                    .param(NEED)
                    .update();
            new KeptWatch(database).look();
            seen("column policy.value", NEED);
            owner.sql("delete from policy where county_id = 4711").update();
        }
    }

    @Test
    void bytesAndIdsThatHappenToHaveTheDigitsOfANumberAreNoLeak() {
        var id = "00000000-0000-7000-8000-001390000111";
        try (var database = CanaryGuard.databaseOf(house)) {
            var owner = JdbcClient.create(database);
            owner.sql("create table drawn (id uuid, sealed bytea, told jsonb)").update();
            owner.sql("insert into drawn values (?::uuid, decode('ab1390000111cd', 'hex'), ?::jsonb)")
                    .params(id, "{\"order\": \"" + id + "\"}")
                    .update();
            new KeptWatch(database).look();
            LOG.debug("order {}", id);
            assertThat(Leaks.take()).isEmpty();
            owner.sql("update drawn set sealed = ?, told = ?::jsonb")
                    .params("13900001111".getBytes(StandardCharsets.UTF_8), "{\"phone\": \"13900001111\"}")
                    .update();
            new KeptWatch(database).look();
            assertThat(Leaks.take())
                    .anyMatch(leak -> leak.contains("drawn.sealed"))
                    .anyMatch(leak -> leak.contains("drawn.told"));
            owner.sql("drop table drawn").update();
        }
    }

    @Test
    void eachSpellingThatIsKeptInClear() {
        try (var database = CanaryGuard.databaseOf(house)) {
            var owner = JdbcClient.create(database);
            for (var mark : Marks.NOWHERE) {
                owner.sql("create table told as select unnest(?) as word")
                        .param(mark.forms().toArray(String[]::new))
                        .update();
                new KeptWatch(database).look();
                owner.sql("drop table told").update();
                var seen = Leaks.take();
                assertThat(mark.forms())
                        .allMatch(form -> seen.stream().anyMatch(leak -> leak.contains("told.word with " + form)));
            }
        }
    }

    @Test
    void aChangeInTheTwinCounty() {
        try (var database = CanaryGuard.databaseOf(house)) {
            TwinCounty.isUntouchedIn(database);
            var owner = JdbcClient.create(database);
            assertThat(owner.sql("update notice set read_at = '3030-01-01' where read_at is null")
                            .update())
                    .as("there is life in it")
                    .isPositive();
            assertThatThrownBy(() -> TwinCounty.isUntouchedIn(database)).hasMessageContaining("notice");
            owner.sql("update notice set read_at = null where read_at = '3030-01-01'")
                    .update();
        }
    }

    @Test
    void aTagOfAMeasure() {
        var meters = house.getBean(MeterRegistry.class);
        var leaky = meters.counter("feiyan.leaky", "of", NEED);
        new MeterWatch(house).look();
        seen("measure feiyan.leaky", NEED);
        meters.remove(leaky);
    }

    private void get(String path, boolean signedIn) {
        var request = web.get().uri(path);
        if (signedIn) {
            var who = new SignedIn(new AccountId(Ids.next()), 4711, new PersonId(Ids.next()), false);
            request = request.with(SecurityMockMvcRequestPostProcessors.authentication(
                    UsernamePasswordAuthenticationToken.authenticated(who, null, List.of())));
        }
        request.exchange();
    }

    private static void seen(String where, String mark) {
        assertThat(Leaks.take()).anySatisfy(leak -> assertThat(leak).contains(where, mark));
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Open {

        @Bean
        PublicPaths leaks() {
            return () -> List.of("/leak/**");
        }
    }

    @RestController
    static class LeakyPage {

        @GetMapping("/leak/need")
        String need() {
            return "<p>" + NEED + "</p>";
        }

        @GetMapping("/leak/echo")
        String echo(@RequestParam String words) {
            return words;
        }

        @GetMapping("/leak/thrown")
        String thrown(@RequestParam String words) {
            throw new IllegalStateException("cannot read " + words);
        }

        @GetMapping("/leak/error")
        ResponseEntity<String> error() {
            return ResponseEntity.status(404).body("no order with " + NEED);
        }

        @GetMapping("/leak/twin")
        String twin() {
            return "Grandma Wang " + Marks.TWIN;
        }

        @GetMapping("/leak/header")
        ResponseEntity<String> header() {
            return ResponseEntity.ok().header("X-Who", "Wang+" + Marks.TWIN).body("");
        }

        @GetMapping("/leak/packed")
        String packed() {
            return Base64.getUrlEncoder()
                    .encodeToString(("a" + Marks.TWIN + " of hers").getBytes(StandardCharsets.UTF_8));
        }
    }
}
