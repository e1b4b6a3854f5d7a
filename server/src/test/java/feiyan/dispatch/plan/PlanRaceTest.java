package feiyan.dispatch.plan;

import static org.assertj.core.api.Assertions.assertThat;

import feiyan.cast.AtOnce;
import feiyan.cast.Village;
import feiyan.dispatch.Answers;
import feiyan.dispatch.Invitee;
import feiyan.dispatch.Offers;
import feiyan.orders.OrderId;
import feiyan.platform.AppClock;
import feiyan.platform.database.FeiyanTest;
import feiyan.units.Actor;
import feiyan.units.Role;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What two dispatchers, or a dispatcher and a volunteer, want of one plan at once. */
@FeiyanTest(properties = "feiyan.jobs=false")
class PlanRaceTest {

    @Autowired
    private ApplicationContext house;

    @Autowired
    private AppClock clock;

    @Autowired
    private Plans plans;

    @Autowired
    private PlanChoices choices;

    @Autowired
    private PlanOffers offers;

    @Autowired
    private JdbcClient db;

    private Village village;
    private PlanDesk desk;
    private Actor above;
    private Instant wednesday;

    @BeforeEach
    void aVillage() {
        village = Village.in(house);
        desk = new PlanDesk(village);
        above = village.staff("Zhou", village.center, Role.DISPATCHER);
        wednesday = Village.wednesday(clock.instant());
    }

    @RepeatedTest(5)
    void ofTwoWhoSendTheSameLinesEachVolunteerIsAskedOnce() {
        people(4);
        for (int i = 0; i < 4; i++) {
            order();
        }
        var board = desk.plan();

        var outcomes = AtOnce.<Sent>all(List.of(
                () -> offers.sendAll(
                        village.clerk, board.plan().id(), board.plan().version()),
                () -> offers.sendAll(above, board.plan().id(), board.plan().version())));

        assertThat(AtOnce.done(outcomes).stream().mapToInt(Sent::sent).sum()).isEqualTo(4);
        assertThat(count("select count(*) from offer where county_id = :county"))
                .isEqualTo(4);
        assertThat(count("select count(*) from plan_line where county_id = :county and state = 'SENT'"))
                .isEqualTo(4);
    }

    @RepeatedTest(5)
    void whoIsSentWhileTakingAnotherSeatAtThatTimeHasOneOfBoth() {
        var volunteer = village.volunteer("Wu");
        var planned = order();
        var board = desk.plan();
        var line = board.lines().getFirst();
        var other = order();
        var offer = village.the(Offers.class)
                .make(
                        village.clerk,
                        other,
                        village.version(other),
                        line.time(),
                        List.of(new Invitee.ToVolunteer(volunteer.person())))
                .orThrow()
                .getFirst();

        AtOnce.<Object>all(List.of(
                () -> village.the(Answers.class).accept(volunteer, offer).map(it -> it),
                () -> offers.sendAll(
                                village.clerk, board.plan().id(), board.plan().version())
                        .map(it -> it)));

        var after = desk.look(board.plan().id()).lines().getFirst();
        switch (after.state()) {
            case SENT ->
                assertThat(AtOnce.refusals(List.of(
                                village.the(Answers.class).accept(volunteer, Objects.requireNonNull(after.offer())))))
                        .containsExactly("seat.overlap");
            case REFUSED ->
                assertThat(Objects.requireNonNull(after.refusal()).code()).isEqualTo("seat.overlap");
            case PROPOSED, OPEN, ASKED -> throw new AssertionError("sent or refused, not " + after.state());
        }
        assertThat(count("select count(*) from seat where county_id = :county and state = 'TAKEN'"))
                .isEqualTo(1);
        assertThat(planned).isNotEqualTo(other);
    }

    @RepeatedTest(5)
    void whatIsSentWhileItIsPlannedAnewIsNotAskedTwice() {
        people(6);
        for (int i = 0; i < 6; i++) {
            order();
        }
        var board = desk.plan();
        var id = board.plan().id();

        var outcomes = AtOnce.<Object>all(List.of(
                () -> offers.sendAll(village.clerk, id, board.plan().version()).map(it -> it),
                () -> plans.make(above, village.station, id).map(it -> it)));

        assertThat(AtOnce.refusals(outcomes))
                .as("whoever sends too late is told")
                .isSubsetOf("plan.replaced");
        var next = (PlanId) AtOnce.done(outcomes).stream()
                .filter(PlanId.class::isInstance)
                .findFirst()
                .orElseThrow();
        var again = desk.made(next);
        offers.sendAll(village.clerk, next, again.plan().version());
        assertThat(count("select count(*) from offer where county_id = :county and state = 'OPEN'"))
                .isEqualTo(6);
        assertThat(count("select count(distinct order_id) from offer where county_id = :county and state = 'OPEN'"))
                .isEqualTo(6);
    }

    @RepeatedTest(5)
    void ofTwoPressesOneMakesThePlan() {
        people(1);
        order();

        var outcomes = AtOnce.<PlanId>all(List.of(
                () -> plans.make(village.clerk, village.station, null),
                () -> plans.make(above, village.station, null)));

        assertThat(AtOnce.done(outcomes)).hasSize(1);
        assertThat(AtOnce.refusals(outcomes))
                .isSubsetOf("plan.being_made", "plan.replaced")
                .hasSize(1);
        assertThat(desk.made(AtOnce.done(outcomes).getFirst()).lines()).hasSize(1);
    }

    @RepeatedTest(5)
    void ofTwoWhoChangeOneLineOneIsToldToLookAgain() {
        people(2);
        order();
        var board = desk.plan();
        int seen = board.plan().version();

        var outcomes = AtOnce.<Integer>all(List.of(
                () -> choices.takeOff(village.clerk, board.plan().id(), seen, 1),
                () -> choices.pin(above, board.plan().id(), seen, 1)));

        assertThat(AtOnce.done(outcomes)).hasSize(1);
        assertThat(AtOnce.refusals(outcomes)).containsExactly("plan.line_moved_on");
    }

    private void people(int many) {
        for (int i = 0; i < many; i++) {
            village.volunteer("Volunteer " + i);
        }
    }

    private OrderId order() {
        return village.approved(village.project(1, 60), wednesday);
    }

    private int count(String question) {
        return db.sql(question)
                .param("county", village.county.value())
                .query(Integer.class)
                .single();
    }
}
