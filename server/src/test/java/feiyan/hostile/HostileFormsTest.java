package feiyan.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import feiyan.demo.Cast;
import feiyan.demo.DemoWorld;
import feiyan.platform.database.FeiyanTest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/**
 * Every form of every page, sent by everybody of the demo county and by nobody, in {@code -Dfeiyan.hostile.requests}
 * ways that no page would send it.
 */
@FeiyanTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"feiyan.demo=true", "feiyan.jobs=false"})
@Import(DemoWorld.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileFormsTest {

    private static final int REQUESTS = Integer.getInteger("feiyan.hostile.requests", 50_000) / 2;
    private static final long SEED = Long.getLong("feiyan.hostile.seed", 20_261_122);
    private static final int THREADS = 4;
    /** Then the forms are gathered anew: most orders have moved on. */
    private static final int A_SITTING = 400;

    private static final Pattern ENDS_IT = Pattern.compile("/sign-out|/enter/.*|/sessions.*");
    private static final Logger LOG = LoggerFactory.getLogger(HostileFormsTest.class);
    private static final String[] BEGINNINGS = {
        "/", "/orders", "/orders/new", "/family", "/messages", "/messages/choices", "/my-day", "/my-services",
                "/volunteer",
        "/check-in", "/team-offers", "/inbox", "/counter", "/call-backs", "/groups", "/overdue", "/search",
                "/complaints",
        "/admin", "/sign-in", "/staff/sign-in", "/enter"
    };

    @LocalServerPort
    private int port;

    @Autowired
    private DemoWorld demo;

    private final Findings findings = new Findings();
    private final Set<String> kinds = new ConcurrentSkipListSet<>();

    @BeforeAll
    void load() {
        demo.load();
    }

    @Test
    void whateverIsSentNothingBreaksNothingComesOutAliveAndWhatWasTypedIsKept() throws Exception {
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            var all = new ArrayList<Future<?>>();
            for (int number = 0; number < THREADS; number++) {
                var luck = new SplittableRandom(SEED + number);
                all.add(threads.submit(() -> {
                    attack(luck);
                    return null;
                }));
            }
            for (var each : all) {
                each.get();
            }
        } catch (ExecutionException failure) {
            throw new IllegalStateException("seed " + SEED, failure.getCause());
        }
        LOG.warn("{} requests to {} forms: {}", findings.count(), kinds.size(), findings.statuses());
        findings.found().forEach((what, example) -> LOG.error("{}: {}", what, example));
        assertThat(findings.found().keySet()).as("seed %s", SEED).isEmpty();
        assertThat(findings.count()).isGreaterThanOrEqualTo(REQUESTS);
        assertThat(kinds).hasSizeGreaterThan(80);
    }

    private void attack(SplittableRandom luck) throws IOException, InterruptedException {
        var cast = new ArrayList<@org.jspecify.annotations.Nullable Cast>(Arrays.asList(Cast.values()));
        cast.add(null);
        while (findings.count() < REQUESTS) {
            var sitting = new Sitting("http://localhost:" + port, cast.get(luck.nextInt(cast.size())));
            sitting.enter();
            var forms = new TreeMap<>(new Crawl(sitting).from(BEGINNINGS).forms());
            kinds.addAll(forms.keySet());
            if (forms.isEmpty()) {
                var home = sitting.get("/");
                findings.add(
                        "there is no page any more",
                        sitting + " " + home + home.headers().map());
                return;
            }
            sit(sitting, forms, luck);
        }
    }

    /** Until something that was sent has signed it out or in as somebody else: no form of before counts then. */
    private void sit(Sitting sitting, Map<String, List<Form>> forms, SplittableRandom luck)
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
