package feiyan.loop;

import static org.assertj.core.api.Assertions.assertThat;

import feiyan.attendance.Attendance;
import feiyan.cast.AsActor;
import feiyan.cast.Village;
import feiyan.dispatch.Answers;
import feiyan.orders.Channel;
import feiyan.orders.CheckInCode;
import feiyan.orders.Complaints;
import feiyan.orders.NewOrder;
import feiyan.orders.OrderBook;
import feiyan.orders.OrderId;
import feiyan.orders.Orders;
import feiyan.orders.Rating;
import feiyan.orders.Review;
import feiyan.orders.Slot;
import feiyan.orders.State;
import feiyan.platform.OutboxWorker;
import feiyan.platform.database.FeiyanTest;
import feiyan.units.Actor;
import feiyan.units.NewUnit;
import feiyan.units.Role;
import feiyan.units.UnitChanges;
import feiyan.units.UnitId;
import feiyan.units.Units;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * A counselling case with a canary in all that somebody could write, from its first to its last day: on every page
 * there is, read by everybody whose business it is not. A page that is added later is read, too.
 */
@FeiyanTest(properties = {"feiyan.jobs=false", "feiyan.demo=true"})
@AutoConfigureMockMvc
@TestInstance(Lifecycle.PER_CLASS)
@ExtendWith(OutputCaptureExtension.class)
class ConfidentialEverywhereTest {

    private static final String CANARY = "KANARIE";

    @Autowired
    private ApplicationContext house;

    @Autowired
    private MockMvcTester web;

    @Autowired
    private RequestMappingHandlerMapping requestMappingHandlerMapping;

    private Contest contest;
    private Village village;
    private final Map<String, Actor> outsiders = new LinkedHashMap<>();

    @BeforeAll
    void aVillageAndThoseWhoseBusinessItIsNot() {
        contest = new Contest(house);
        village = contest.village;
        var institute = village.the(Units.class)
                .parent(village.county, village.station)
                .orElseThrow()
                .id();
        var sister = village.the(UnitChanges.class)
                .open(village.administrator, institute, NewUnit.named("Zhangjia"))
                .orThrow();
        staff("sister clerk", sister, Role.CLERK);
        staff("institute clerk", institute, Role.CLERK);
        staff("institute dispatcher", institute, Role.DISPATCHER);
        staff("center dispatcher", village.center, Role.DISPATCHER);
        staff("center auditor", village.center, Role.AUDITOR);
        outsiders.put("administrator", village.administrator);
        outsiders.put("neighbour", Actor.withoutPosts(village.county, village.person("Neighbour")));
        outsiders.put("volunteer", village.volunteer("Somebody"));
    }

    private void staff(String name, UnitId unit, Role role) {
        outsiders.put(name, village.staff(name, unit, role));
    }

    @Test
    void nobodyElseReadsHearsOrFindsIt(CapturedOutput log) {
        var review = village.the(Review.class);
        var order = place();
        nobodyHears(order, "placed");

        review.askBack(village.clerk, order, 1, CANARY + " question").orThrow();
        village.the(Orders.class)
                .answer(village.requester, order, 2, CANARY + " answer")
                .orThrow();
        review.approve(village.clerk, order, 3, null).orThrow();
        var people = contest.volunteers(2);
        var offers = contest.ask(order, people);
        nobodyHears(order, "offered");
        assertThat(pages(people.getLast(), order))
                .as("who is asked reads a summary")
                .doesNotContain(CANARY);

        village.the(Answers.class).accept(people.getFirst(), offers.getFirst()).orThrow();
        nobodyHears(order, "accepted");
        assertThat(pages(people.getLast(), order)).as("who was not taken").doesNotContain(CANARY);

        serve(people.getFirst(), order);
        rate(order);
        nobodyHears(order, "rated");
        assertThat(contest.state(order)).isEqualTo(State.CLOSED);
        assertThat(pages(people.getFirst(), order)).as("who served, afterwards").doesNotContain(CANARY);
        assertThat(log.getAll()).doesNotContain(CANARY);
        assertThat(pages(village.clerk, order)).as("its own unit does read it").contains(CANARY);
    }

    @Test
    void aComplaintAboutItIsReadByTheUnitThatAnswersAlone() {
        var order = place();
        var complaint = village.the(Complaints.class)
                .open(village.requester, order, CANARY + " complaint")
                .orThrow();
        var number = village.the(OrderBook.class)
                .find(village.clerk, order)
                .orElseThrow()
                .number();
        outsiders.forEach((who, reader) -> {
            var page = get(reader, "/complaints/" + complaint.value());
            if (who.startsWith("institute")) {
                assertThat(page).as(who).contains(CANARY + " complaint").doesNotContain(CANARY + " need");
            } else {
                assertThat(page + pages(reader, order))
                        .as(who)
                        .doesNotContain(CANARY)
                        .doesNotContain(number);
            }
        });
    }

    private OrderId place() {
        var project = village.confidentialProject();
        var need = new NewOrder(
                village.requester.person(),
                Channel.PHONE_PAGE,
                village.station,
                project,
                CANARY + " need",
                CANARY + " name",
                "13912345678",
                CANARY + " door",
                null,
                new Slot(contest.ten, contest.ten.plus(Duration.ofDays(2))),
                false,
                null,
                null);
        return village.the(Orders.class).place(village.requester, need).orThrow();
    }

    private void serve(Actor volunteer, OrderId order) {
        var seat = contest.seat(volunteer, order);
        var attendance = village.the(Attendance.class);
        var code = village.the(CheckInCode.class).of(village.county, order, village.slot(order, contest.ten));
        contest.clock.at(
                contest.ten, () -> attendance.checkIn(volunteer, seat, code).orThrow());
        contest.clock.at(
                contest.ten.plus(Duration.ofMinutes(50)),
                () -> attendance.checkOut(volunteer, seat).orThrow());
    }

    private void rate(OrderId order) {
        var rating = new Rating(true, 5, 5, 5, CANARY + " rating", Rating.How.PAGE);
        contest.clock.at(
                contest.ten.plus(Duration.ofHours(2)),
                () -> village.the(Orders.class)
                        .rate(village.requester, order, village.version(order), rating)
                        .orThrow());
    }

    private void nobodyHears(OrderId order, String stage) {
        village.the(OutboxWorker.class).work();
        var number = village.the(OrderBook.class)
                .find(village.clerk, order)
                .orElseThrow()
                .number();
        outsiders.forEach((who, reader) -> assertThat(pages(reader, order))
                .as("%s, %s", who, stage)
                .doesNotContain(CANARY)
                .doesNotContain(number)
                .doesNotContain("13912345678"));
    }

    /** All pages there are, one after the other, as somebody reads them. */
    private String pages(Actor reader, OrderId order) {
        var all = new StringBuilder();
        for (var path : paths()) {
            all.append(get(reader, path.replace("{id}", order.value().toString())));
        }
        return all.toString();
    }

    private String get(Actor reader, String path) {
        var page = web.get().uri(path).with(AsActor.of(reader)).exchange();
        return page.getResponse().getStatus() == 200 ? body(page) : "";
    }

    private static String body(MvcTestResult page) {
        return new String(page.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    /** Every GET without a variable, and those of an order. A stream has no page. */
    private Set<String> paths() {
        var paths = new TreeSet<String>();
        requestMappingHandlerMapping.getHandlerMethods().keySet().stream()
                .filter(info -> info.getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .filter(Predicate.not(ConfidentialEverywhereTest::streams))
                .flatMap(info -> info.getPatternValues().stream())
                // What machines read has no sessions, and is looked through by the table of fields.
                .filter(path -> !path.startsWith("/api/"))
                .filter(path -> !path.contains("{") || ofOrder(path))
                .forEach(paths::add);
        assertThat(paths).contains("/inbox", "/orders", "/orders/{id}", "/messages", "/outbox");
        return paths;
    }

    private static boolean ofOrder(String path) {
        return path.startsWith("/orders/{id}") && path.indexOf('{') == path.lastIndexOf('{');
    }

    private static boolean streams(RequestMappingInfo info) {
        return info.getProducesCondition().getProducibleMediaTypes().contains(MediaType.TEXT_EVENT_STREAM);
    }
}
