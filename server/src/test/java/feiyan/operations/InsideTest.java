package feiyan.operations;

import static org.assertj.core.api.Assertions.assertThat;

import feiyan.accounts.PersonId;
import feiyan.cast.Village;
import feiyan.dispatch.Answers;
import feiyan.dispatch.Invitee;
import feiyan.dispatch.OfferId;
import feiyan.dispatch.Offers;
import feiyan.orders.OrderId;
import feiyan.platform.AppClock;
import feiyan.platform.OutboxWorker;
import feiyan.platform.database.FeiyanTest;
import feiyan.units.Actor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** The operator's port on a running server: who is let in, to what, and what is to be read there. */
@FeiyanTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"feiyan.jobs=false", "management.server.port=0"})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InsideTest {

    /** Whatever else became a label: nobody has thought about whom it tells something of. */
    private static final Set<String> LABELS = Set.of(
            "action",
            "application",
            "area",
            "cause",
            "command",
            "county",
            "error",
            "exception",
            "gc",
            "id",
            "job",
            "le",
            "level",
            "main_application_class",
            "method",
            "name",
            "outcome",
            "path",
            "pool",
            "state",
            "status",
            "uri",
            "version",
            "vendor",
            "runtime",
            "code_function",
            "code_namespace",
            "arch",
            "compiler");

    private static final Pattern LABEL = Pattern.compile("[{,]([a-z_]+)=\"");

    @LocalServerPort
    private int port;

    @LocalManagementPort
    private int inside;

    @Autowired
    private ApplicationContext house;

    @Autowired
    private Measures measures;

    @Autowired
    private OutboxWorker worker;

    @Autowired
    private AppClock clock;

    private Operator operator;
    private Village village;

    @BeforeAll
    void aVillage() {
        operator = new Operator(inside);
        village = Village.in(house);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator/health",
                "/actuator/health/liveness",
                "/actuator/health/readiness",
                "/actuator/prometheus"
            })
    void thisMachineLooksInside(String path) throws Exception {
        assertThat(operator.status(path)).isEqualTo(200);
        assertThat(operator.ask("HEAD", path).statusCode()).isEqualTo(200);
        assertThat(operator.ask("POST", path).statusCode()).isEqualTo(405);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/actuator",
                "/actuator/",
                "/actuator/env",
                "/actuator/heapdump",
                "/actuator/loggers",
                "/actuator/shutdown",
                "/actuator/metrics",
                "/actuator/health/database",
                "/actuator/health/readiness/disk",
                "/sign-in",
                "/api/v1/orders",
                "/_static/feiyan.css"
            })
    void thereIsNothingElse(String path) throws Exception {
        var answer = operator.ask("GET", path);
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    /** A stranger's page in a browser on this machine, and what a proxy passes on. */
    @Test
    void whoComesThroughSomebodyElseIsTurnedAway() throws Exception {
        for (var header : List.of("X-Forwarded-For", "Forwarded", "Via")) {
            assertThat(operator.ask("GET", "/actuator/prometheus", header, "for=192.0.2.1")
                            .statusCode())
                    .isEqualTo(403);
        }
        assertThat(operator.ask("GET", "/actuator/prometheus", "Referer", "http://evil.example/")
                        .statusCode())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/prometheus", "/actuator/health", "/actuator/health/readiness", "/actuator"})
    void thePortForPeopleKnowsNothingOfIt(String path) throws Exception {
        var answer = new Operator(port).ask("GET", path);
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).contains("/sign-in");
    }

    @Test
    void whatWaitsIsCountedByCountyAndState() throws Exception {
        var before = open("submitted");
        var wednesday = Village.wednesday(clock.instant());
        village.inFreeWords(wednesday);
        village.inFreeWords(wednesday);
        assertThat(open("submitted")).isEqualTo(before + 2);
        assertThat(open("in_service")).isZero();
        var inAMonth = clock.instant().plus(Duration.ofDays(30));
        clock.at(inAMonth, measures::take);
        assertThat(operator.measure(of("feiyan_orders_late", ",state=\"submitted\"")))
                .isGreaterThanOrEqualTo(2);
        assertThat(operator.measure(of("feiyan_orders_latest_seconds", ",state=\"submitted\"")))
                .isBetween(20 * 86_400.0, 30 * 86_400.0);
        assertThat(operator.measure(of("feiyan_outbox_due", ""))).isGreaterThanOrEqualTo(2);
        assertThat(operator.measure(of("feiyan_outbox_oldest_seconds", ""))).isGreaterThan(29 * 86_400.0);
    }

    @Test
    void anOfferWaitsUntilItIsAnsweredAndThenItIsKnownHowLongThatTook() throws Exception {
        var zhao = village.volunteer("Zhao Min");
        var placed = clock.instant();
        var order = village.approved(village.project(1, 40), Village.wednesday(placed));
        var offer = offered(order, zhao);
        measures.take();
        assertThat(operator.measure(of("feiyan_offers_open", ""))).isEqualTo(1);
        clock.at(placed.plus(Duration.ofHours(2)), () -> {
            village.the(Answers.class).accept(zhao, offer).orThrow();
            measures.take();
            worker.work();
        });
        assertThat(operator.measure(of("feiyan_offers_open", ""))).isZero();
        assertThat(operator.measure("feiyan_order_time_to_accept_seconds_count"))
                .isEqualTo(1);
        assertThat(operator.measure("feiyan_order_time_to_accept_seconds_sum")).isBetween(7190.0, 7300.0);
        assertThat(operator.measure("feiyan_order_steps_total{command=\"confirm\"}"))
                .isEqualTo(1);
    }

    private OfferId offered(OrderId order, Actor volunteer) {
        return village.the(Offers.class)
                .make(
                        village.clerk,
                        order,
                        village.version(order),
                        village.slot(order, Village.wednesday(clock.instant())),
                        List.of(new Invitee.ToVolunteer(
                                new PersonId(volunteer.person().value()))))
                .orThrow()
                .getFirst();
    }

    /** Of the last count: whoever cannot count anew shows nothing old. */
    @Test
    void whenWhatWaitsWasLastCountedIsToBeRead() throws Exception {
        var then = Instant.parse("2026-06-18T02:00:00Z");
        clock.at(then, measures::take);
        assertThat(operator.measure("feiyan_measures_taken_seconds")).isEqualTo((double) then.getEpochSecond());
    }

    @Test
    void theRouteStandsForTheAddressAndNoLabelTellsOfAnybody() throws Exception {
        var order = village.inFreeWords(Village.wednesday(clock.instant()));
        new Operator(port).status("/orders/" + order.value());
        new Operator(port).status("/sign-in?phone=13800001234");
        measures.take();
        var read = operator.measures();
        assertThat(read)
                .anyMatch(line ->
                        line.startsWith("http_server_requests_seconds_count{") && line.contains("uri=\"/sign-in\""));
        assertThat(read).anyMatch(line -> line.startsWith("hikaricp_connections_pending{"));
        assertThat(String.join("\n", read)).doesNotContain(order.value().toString(), "13800001234", "Tancheng");
        assertThat(LABEL.matcher(String.join("\n", read))
                        .results()
                        .map(label -> label.group(1))
                        .collect(Collectors.toSet()))
                .isSubsetOf(LABELS);
    }

    /** Whoever writes an alarm writes it from there. */
    @Test
    void whatTheDocsNameIsThereAndWhatIsThereTheDocsName() throws Exception {
        measures.take();
        worker.work();
        var docs = Files.readString(Path.of("../docs/operations.md"));
        var there = names(String.join("\n", operator.measures())).stream()
                .map(name -> name.replaceFirst("(?<=accept_seconds)_(?:bucket|count|sum|max)$", ""))
                .collect(Collectors.toSet());
        var named = names(docs).stream()
                .map(name -> name.replaceFirst("(?<=accept_seconds)_(?:bucket|count|sum|max)$", ""))
                .collect(Collectors.toSet());
        // Both are there as soon as there is one: of a job that ran, of a step that was taken.
        there.addAll(Set.of("feiyan_job_last_success_seconds", "feiyan_order_steps_total"));
        assertThat(named).isEqualTo(there).hasSizeGreaterThan(15);
    }

    private static Set<String> names(String text) {
        return Pattern.compile("feiyan_[a-z_]+[a-z]")
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }

    private double open(String state) throws Exception {
        measures.take();
        return operator.measure(of("feiyan_orders_open", ",state=\"" + state + "\""));
    }

    private String of(String name, String label) {
        return name + "{county=\"" + village.county.value() + "\"" + label + "}";
    }
}
