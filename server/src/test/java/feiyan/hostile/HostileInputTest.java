package feiyan.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import feiyan.accounts.ApiTokens;
import feiyan.canary.WithoutTwin;
import feiyan.demo.Cast;
import feiyan.demo.DemoWorld;
import feiyan.demo.Players;
import feiyan.platform.database.FeiyanTest;
import feiyan.web.Viewer.Standing;
import feiyan.web.api.ApiScope;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Every form of every page, sent by everybody of the demo county and by nobody, in {@code -Dfeiyan.hostile.requests}
 * ways that no page would send it.
 */
@WithoutTwin("the demo county founds itself only where there is none")
@FeiyanTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "feiyan.demo=true",
            "feiyan.jobs=false",
            // How often somebody may ask has tests of its own.
            "feiyan.api.requests-per-minute=1000000",
            "feiyan.api.requests-per-minute-of-a-person=1000000"
        })
@Import(DemoWorld.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileInputTest {

    private static final int REQUESTS = Integer.getInteger("feiyan.hostile.requests", 50_000) / 2;
    private static final long SEED = Long.getLong("feiyan.hostile.seed", 20_261_122);
    private static final int THREADS = 4;
    /** Of a hundred one at least: an attack that is turned away at the gate has tried nothing. */
    private static final double SO_FAR = 0.01;
    /** Then the forms are gathered anew: most orders have moved on. */
    private static final int A_SITTING = 400;

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Pattern ENDS_IT = Pattern.compile("/sign-out|/enter/.*|/sessions.*");
    private static final Logger LOG = LoggerFactory.getLogger(HostileInputTest.class);
    private static final String[] BEGINNINGS = {
        "/",
        "/orders",
        "/orders/new",
        "/family",
        "/messages",
        "/messages/choices",
        "/my-day",
        "/my-services",
        "/volunteer",
        "/check-in",
        "/team-offers",
        "/open-seats",
        "/inbox",
        "/counter",
        "/call-backs",
        "/groups",
        "/overdue",
        "/search",
        "/complaints",
        "/admin",
        "/sign-in",
        "/staff/sign-in",
        "/enter"
    };

    @LocalServerPort
    private int port;

    @Autowired
    private DemoWorld demo;

    @Autowired
    private Players players;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ApiTokens tokens;

    private final Set<String> kinds = new ConcurrentSkipListSet<>();

    @BeforeAll
    void load() {
        demo.load();
    }

    @Test
    void whateverIsSentInAFormNothingBreaksNothingComesOutAliveAndWhatWasTypedIsKept() throws Exception {
        var findings = new Findings();
        together(luck -> attack(findings, luck));
        told(findings, kinds.size());
        assertThat(kinds).hasSizeGreaterThan(80);
    }

    @Test
    void whateverIsSentToTheApiIsAProblemAndAReplayIsTheSame() throws Exception {
        var findings = new Findings();
        var document =
                new ApiDocument(new Sitting(base(), null).get("/v3/api-docs").body());
        var tokens = Arrays.stream(Cast.values()).flatMap(this::token).toList();
        var ids = ids(document, tokens);
        together(luck -> {
            var attack = new ApiAttack(base(), tokens, document, ids, findings, luck);
            while (findings.count() < REQUESTS) {
                attack.send(document.operations.get(luck.nextInt(document.operations.size())));
            }
        });
        told(findings, document.operations.size());
        assertThat(document.operations).hasSizeGreaterThan(150);
    }

    private Stream<String> token(Cast part) {
        var owner = players.signIn(part).orElseThrow();
        var standings = part.isStaff() ? EnumSet.of(Standing.RESIDENT, Standing.STAFF) : EnumSet.of(Standing.RESIDENT);
        var scopes = Set.copyOf(ApiScope.openTo(standings));
        return Stream.of(
                tokens.make(owner, standings, "attack", scopes, 7).orThrow().text());
    }

    /** Of whatever the lists show to anybody: things that are there, mostly somebody else's. */
    private List<String> ids(ApiDocument document, List<String> owners) throws IOException, InterruptedException {
        var found = new TreeSet<String>();
        for (var operation : document.operations) {
            if (operation.method().equals("GET") && operation.inPath().isEmpty()) {
                for (var owner : owners) {
                    var sitting = new Sitting(base(), null);
                    var request = sitting.request(operation.path()).header("Authorization", "Bearer " + owner);
                    ID.matcher(sitting.send(request.GET()).body()).results().forEach(id -> found.add(id.group()));
                }
            }
        }
        assertThat(found).hasSizeGreaterThan(100);
        return List.copyOf(found);
    }

    /** Four at once, each with luck of its own that the seed brings back. */
    private static void together(Attack attack) throws Exception {
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            var all = new ArrayList<Future<?>>();
            for (int number = 0; number < THREADS; number++) {
                var luck = new SplittableRandom(SEED + number);
                all.add(threads.submit(() -> {
                    attack.begin(luck);
                    return null;
                }));
            }
            for (var each : all) {
                each.get();
            }
        } catch (ExecutionException failure) {
            throw new IllegalStateException("seed " + SEED, failure.getCause());
        }
    }

    @FunctionalInterface
    private interface Attack {

        void begin(SplittableRandom luck) throws IOException, InterruptedException;
    }

    private void told(Findings findings, int kinds) {
        LOG.warn("{} requests of {} kinds: {}", findings.count(), kinds, findings.statuses());
        findings.found().forEach((what, example) -> LOG.error("{}: {}", what, example));
        assertThat(findings.found().keySet()).as("seed %s", SEED).isEmpty();
        assertThat(findings.count()).isGreaterThanOrEqualTo(REQUESTS);
        for (var answer : List.of(List.of(200, 201, 303), List.of(409), List.of(422))) {
            assertThat(findings.share(answer))
                    .as("attacks that got so far: %s", answer)
                    .isGreaterThan(SO_FAR);
        }
        NothingHalf.in(jdbc);
    }

    private String base() {
        return "http://localhost:" + port;
    }

    private void attack(Findings findings, SplittableRandom luck) throws IOException, InterruptedException {
        var cast = new ArrayList<@org.jspecify.annotations.Nullable Cast>(Arrays.asList(Cast.values()));
        cast.add(null);
        while (findings.count() < REQUESTS) {
            var sitting = new Sitting(base(), cast.get(luck.nextInt(cast.size())));
            sitting.enter();
            var forms = new TreeMap<>(new Crawl(sitting).from(BEGINNINGS).forms());
            kinds.addAll(forms.keySet());
            if (forms.isEmpty()) {
                var home = sitting.get("/");
                findings.add(
                        "there is no page any more",
                        home,
                        sitting + " " + home.headers().map());
                return;
            }
            sit(sitting, forms, findings, luck);
        }
    }

    /** Until something that was sent has signed it out or in as somebody else: no form of before counts then. */
    private static void sit(Sitting sitting, Map<String, List<Form>> forms, Findings findings, SplittableRandom luck)
            throws IOException, InterruptedException {
        var attack = new FormAttack(sitting, findings, luck);
        var all = List.copyOf(forms.values());
        var began = sitting.session();
        for (int sent = 0; sent < A_SITTING && findings.count() < REQUESTS && began.equals(sitting.session()); sent++) {
            var same = all.get(luck.nextInt(all.size()));
            var form = same.get(luck.nextInt(same.size()));
            if (!ENDS_IT.matcher(form.action()).matches() || luck.nextInt(40) == 0) {
                attack.send(form);
            }
        }
    }
}
