package feiyan.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import feiyan.attendance.Attendance;
import feiyan.attendance.Reason;
import feiyan.cast.AsActor;
import feiyan.cast.Village;
import feiyan.orders.GroupOrders;
import feiyan.orders.OrderId;
import feiyan.orders.Slot;
import feiyan.orders.State;
import feiyan.platform.database.FeiyanTest;
import feiyan.units.Actor;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The clerk alone, by the forms of the pages, ends what everybody else has forgotten; the clock never looks. */
@FeiyanTest(properties = "feiyan.jobs=false")
@AutoConfigureMockMvc
@TestInstance(Lifecycle.PER_CLASS)
class WalkToTheEndTest {

    @Autowired
    private ApplicationContext house;

    @Autowired
    private MockMvcTester web;

    private Contest contest;
    private Village village;

    @BeforeAll
    void aVillage() {
        contest = new Contest(house);
        village = contest.village;
    }

    @Test
    void aNeedThatNobodyCanServeIsRefusedWithANextStep() {
        var order = village.inFreeWords(contest.ten);
        refuse(order);
        assertThat(contest.state(order)).isEqualTo(State.REFUSED);
    }

    @Test
    void aQuestionThatIsNeverAnsweredIsAnsweredByTelephoneOrRefused() {
        var order = village.inFreeWords(contest.ten);
        post("/orders/%s/question", order, "words", "Which door?");
        assertThat(contest.state(order)).isEqualTo(State.RETURNED);
        post("/orders/%s/answer", order, "words", "The blue one, she says.");
        assertThat(contest.state(order)).isEqualTo(State.SUBMITTED);
        post("/orders/%s/question", order, "words", "Which floor?");
        refuse(order);
        assertThat(contest.state(order)).isEqualTo(State.REFUSED);
    }

    @Test
    void whatNobodyAnswersIsTakenBackAndRefused() {
        var order = contest.approved(1);
        var offer = contest.ask(order, contest.volunteers(1)).getFirst();
        form(
                "/offers/%s/withdrawal".formatted(offer.value()),
                "order",
                order.value().toString());
        assertThat(contest.state(order)).isEqualTo(State.APPROVED);
        refuse(order);
        assertThat(contest.state(order)).isEqualTo(State.REFUSED);
    }

    @Test
    void whereNobodyCameTheUnitSaysSoAndAsksAnewOrRefuses() {
        var zhao = contest.volunteers(1);
        var order = contest.agreed(zhao);
        var seat = contest.seat(zhao.getFirst(), order);
        contest.clock.at(minute(90), () -> form("/seats/%s/absence".formatted(seat.value())));
        assertThat(contest.state(order)).isEqualTo(State.APPROVED);
        refuse(order);
        assertThat(contest.state(order)).isEqualTo(State.REFUSED);
    }

    @Test
    void whatWasAgreedIsCalledOff() {
        var order = contest.agreed(contest.volunteers(1));
        post("/orders/%s/cancellation", order, "words", "She is in hospital.");
        assertThat(contest.state(order)).isEqualTo(State.CANCELLED);
    }

    @Test
    void aForgottenCheckOutIsSettledAndTheRatingTakenByTelephone() {
        var zhao = contest.volunteers(1);
        var order = contest.agreed(zhao);
        begin(zhao.getFirst(), order);
        var seat = contest.seat(zhao.getFirst(), order);
        var left = LocalDateTime.ofInstant(minute(50), ZoneId.of("Asia/Shanghai"));
        contest.clock.at(
                minute(300), () -> form("/seats/%s/settlement".formatted(seat.value()), "left", left.toString()));
        assertThat(contest.state(order)).isEqualTo(State.SERVED);
        contest.clock.at(minute(400), () -> rateByTelephone(order));
        assertThat(contest.state(order)).isEqualTo(State.CLOSED);
    }

    @Test
    void aServiceThatCannotGoOnIsBrokenOffAndEnds() {
        var zhao = contest.volunteers(1);
        var order = contest.agreed(zhao);
        begin(zhao.getFirst(), order);
        contest.clock.at(minute(20), () -> post("/orders/%s/break-off", order, "reason", Reason.NOT_SAFE.name()));
        assertThat(contest.state(order)).isEqualTo(State.APPROVED);
        refuse(order);
        assertThat(contest.state(order)).isEqualTo(State.REFUSED);
    }

    @Test
    void whoWaitsInAGroupLeavesItAndIsServedAlone() {
        var project = village.project(1, 60);
        var window = new Slot(contest.ten, contest.ten.plus(Duration.ofDays(2)));
        var groups = village.the(GroupOrders.class);
        var parent =
                groups.group(village.clerk, village.station, project, window).orThrow();
        var child = village.inFreeWords(contest.ten);
        groups.merge(village.clerk, child, 1, parent).orThrow();
        post("/orders/%s/separation", child, "words", "She would rather be alone.");
        assertThat(contest.state(child)).isEqualTo(State.SUBMITTED);
        post("/orders/%s/resolution", child, "words", "Done at the station.");
        assertThat(contest.state(child)).isEqualTo(State.SERVED);
    }

    private void begin(Actor volunteer, OrderId order) {
        var seat = contest.seat(volunteer, order);
        contest.clock.at(
                contest.ten,
                () -> village.the(Attendance.class)
                        .confirm(village.clerk, seat, Reason.NO_CODE)
                        .orThrow());
    }

    private void refuse(OrderId order) {
        post("/orders/%s/refusal", order, "reason", "NOBODY_FREE", "words", "Ask again after the harvest.");
    }

    private void rateByTelephone(OrderId order) {
        post("/call-backs/%s/call", order, "reached", "true");
        post("/call-backs/%s/rating", order, "solved", "true");
    }

    private Instant minute(int after) {
        return contest.ten.plus(Duration.ofMinutes(after));
    }

    /** As the order's page sends it, with the version that stands on it. */
    private void post(String path, OrderId order, String... fields) {
        var all = Stream.concat(Arrays.stream(fields), Stream.of("version", Integer.toString(village.version(order))))
                .toArray(String[]::new);
        form(path.formatted(order.value()), all);
    }

    private void form(String path, String... fields) {
        var request = web.post().uri(path).with(AsActor.of(village.clerk)).with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        assertThat(request.exchange()).as(path).hasStatus3xxRedirection();
    }
}
