package feiyan.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import feiyan.cast.Village;
import feiyan.orders.OrderId;
import feiyan.orders.ServiceSheets;
import feiyan.orders.State;
import feiyan.platform.AppClock;
import feiyan.platform.Outcome;
import feiyan.platform.Policies;
import feiyan.platform.Policy;
import feiyan.platform.database.FeiyanTest;
import feiyan.units.Actor;
import feiyan.volunteers.Profiles;
import feiyan.volunteers.WeekHours;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a volunteer finds, takes, and is refused. */
@FeiyanTest(properties = "feiyan.jobs=false")
class OpenSeatsTest {

    @Autowired
    private ApplicationContext house;

    @Autowired
    private OpenSeats seats;

    @Autowired
    private OpenSeatTaking taking;

    @Autowired
    private OnlyByRequest byRequest;

    @Autowired
    private Offers offers;

    @Autowired
    private Answers answers;

    @Autowired
    private ServiceSheets sheets;

    @Autowired
    private JdbcClient db;

    @Autowired
    private AppClock clock;

    private Village village;
    private Actor zhao;
    private Instant wednesday;

    @BeforeEach
    void aVillage() {
        village = Village.in(house);
        zhao = village.volunteer("Zhao Min");
        wednesday = Village.wednesday(clock.instant());
    }

    @Test
    void oneTapAndTheSeatIsTakenTheTimeAgreedAndEverybodyElseTold() {
        var order = village.approved(village.project(1, 40), wednesday);
        var qian = village.volunteer("Qian Jin");
        var asked = ask(order, qian);
        var seat = seats.of(zhao).seats().getFirst();
        assertThat(seat.time()).isEqualTo(village.slot(order, wednesday));
        assertThat(seat.way()).isEqualTo(500);
        assertThat(seat.open()).isEqualTo(1);

        taking.take(zhao, order, seat.time().from()).orThrow();

        assertThat(state(order)).isEqualTo(State.ACCEPTED);
        assertThat(holders(order)).containsExactly(zhao.person().value());
        assertThat(offer(asked)).isEqualTo("WITHDRAWN");
        assertThat(answers.accept(qian, asked)).extracting(OpenSeatsTest::code).isEqualTo("seat.taken");
        assertThat(seats.of(zhao).seats()).isEmpty();
        assertThat(seats.of(qian).seats()).isEmpty();
    }

    @Test
    void nobodyNeedsToHaveBeenAskedAndOfTwoSeatsTheSecondFollowsTheFirstsTime() {
        var order = village.approved(village.project(2, 60), wednesday);
        var qian = village.volunteer("Qian Jin");
        taking.take(zhao, order, first(zhao)).orThrow();
        assertThat(state(order)).isEqualTo(State.OFFERED);
        assertThat(seats.of(zhao).seats()).isEmpty();
        assertThat(refusal(zhao, order, wednesday)).isEqualTo("seat.yours_already");
        var left = seats.of(qian).seats().getFirst();
        assertThat(left.open()).isEqualTo(1);
        assertThat(refusal(qian, order, left.time().from().plus(Duration.ofHours(1))))
                .isEqualTo("open_seat.other_time");
        taking.take(qian, order, left.time().from()).orThrow();
        assertThat(state(order)).isEqualTo(State.ACCEPTED);
    }

    @Test
    void whoWasAskedAlreadyAcceptsThatOfferAndOneThatRanOutIsEndedFirst() {
        var order = village.approved(village.project(1, 40), wednesday);
        var asked = ask(order, zhao);
        taking.take(zhao, order, wednesday).orThrow();
        assertThat(offer(asked)).isEqualTo("ACCEPTED");

        var later = village.approved(village.project(1, 60), wednesday.plus(Duration.ofHours(5)));
        var late = ask(later, wednesday.plus(Duration.ofHours(5)), zhao);
        var deadline = village.the(OfferRows.class)
                .find(village.county, late)
                .orElseThrow()
                .facts()
                .deadline();
        clock.at(deadline, () -> taking.take(zhao, later, wednesday.plus(Duration.ofHours(5))))
                .orThrow();
        assertThat(offer(late)).isEqualTo("EXPIRED");
        assertThat(state(later)).isEqualTo(State.ACCEPTED);
    }

    @Test
    void theSoonestDayComesFirstOfADayTheNearest() {
        var far = village.volunteer("Wu Fang");
        var order = village.project(1, 40);
        var thursday = village.approved(order, wednesday.plus(Duration.ofDays(1)));
        var near = village.approved(order, wednesday);
        var remote = village.approved(village.project("BM77", 1, 40, true, false, null), wednesday);
        assertThat(seats.of(far).seats()).extracting(OpenSeat::order).containsExactly(remote, near, thursday);
    }

    @Test
    void whatIsNotToBeTakenDoesNotComeAndIsRefusedAtTheDoor() {
        var project = village.project(1, 40);
        var team = village.approved(project, wednesday);
        make(team, wednesday, new Invitee.ToTeam(village.team(village.volunteer("Sun Lei"))));
        var kept = village.approved(project, wednesday);
        byRequest.set(village.clerk, kept, true).orThrow();
        var ended = village.approved(project, wednesday);
        taking.take(village.volunteer("Li Si"), ended, wednesday).orThrow();
        var secret = village.approved(village.confidentialProject(), wednesday);

        assertThat(seats.of(zhao).seats()).isEmpty();
        assertThat(refusal(zhao, team, wednesday)).isEqualTo("open_seat.with_team");
        assertThat(refusal(zhao, kept, wednesday)).isEqualTo("open_seat.by_request");
        assertThat(refusal(zhao, ended, wednesday)).isEqualTo("seat.taken");
        assertThat(refusal(zhao, secret, wednesday)).isEqualTo("order.not_found");
        assertThat(taking.reaches(zhao, secret)).isFalse();

        byRequest.set(village.clerk, kept, false).orThrow();
        assertThat(seats.of(zhao).seats()).extracting(OpenSeat::order).containsExactly(kept);
        assertThat(byRequest.set(zhao, kept, true))
                .extracting(OpenSeatsTest::code)
                .isEqualTo("order.not_yours");
    }

    @Test
    void whomTheRequesterNamedComesFirst() {
        var qian = village.volunteer("Qian Jin");
        var order = village.approved(village.project(1, 40), wednesday);
        db.sql("update service_order set named_id = :named where county_id = :county and id = :id")
                .param("named", qian.person().value())
                .param("county", village.county.value())
                .param("id", order.value())
                .update();
        assertThat(seats.of(zhao).seats()).isEmpty();
        assertThat(refusal(zhao, order, wednesday)).isEqualTo("open_seat.wish_waits");
        assertThat(seats.of(qian).seats()).hasSize(1);
        var asked = ask(order, qian);
        assertThat(refusal(zhao, order, wednesday)).isEqualTo("open_seat.wish_waits");
        answers.decline(qian, asked, null).orThrow();
        taking.take(zhao, order, wednesday).orThrow();
    }

    @Test
    void onesOwnOrderIsNotInTheListAndRefused() {
        var grandma = village.enrol(village.requester.person(), Village.ALWAYS, 600);
        var order = village.approved(village.project(1, 40), wednesday);
        assertThat(seats.of(grandma).seats()).isEmpty();
        assertThat(refusal(grandma, order, wednesday)).isEqualTo("seat.own_order");
        assertThat(state(order)).isEqualTo(State.APPROVED);
    }

    @Test
    void theCountyMaySwitchItOff() {
        var order = village.approved(village.project(1, 40), wednesday);
        village.the(Policies.class)
                .set(village.county, Policy.OPEN_SEATS, false, null)
                .orThrow();
        assertThat(seats.of(zhao)).isEqualTo(OpenSeatBoard.OFF);
        assertThat(refusal(zhao, order, wednesday)).isEqualTo("open_seat.off");
    }

    @Test
    void theRulesAreAskedAgainAtTheDoorAndARefusalChangesNothing() {
        var order = village.approved(village.project(1, 40), wednesday);
        var seen = first(zhao);
        village.the(Profiles.class).skills(zhao, zhao.person(), Set.of("chess")).orThrow();
        assertThat(refusal(zhao, order, seen)).isEqualTo("seat.skill");
        assertThat(state(order)).isEqualTo(State.APPROVED);
        assertThat(offers(order)).isZero();
    }

    @Test
    void whoServesInAnotherVillageAndWhoIsNoVolunteerFindNothing() {
        var order = village.approved(village.project(1, 40), wednesday);
        var elsewhere = Village.in(house).volunteer("Zhou Bo");
        assertThat(seats.of(elsewhere).seats()).isEmpty();
        assertThat(refusal(elsewhere, order, wednesday)).isEqualTo("order.not_found");
        assertThat(seats.of(village.clerk).seats()).isEmpty();
        assertThat(refusal(village.clerk, order, wednesday)).isEqualTo("order.not_found");
    }

    @Test
    void theFirstTimeThatSuitsIsShownAndWhereNoneDoesTheLeastThatStandsAgainst() {
        village.approved(village.project(1, 60), wednesday);
        var afternoons = village.volunteer("Wu Fang", WeekHours.NONE.with(DayOfWeek.WEDNESDAY, 14, 16), 600);
        assertThat(first(afternoons)).isEqualTo(wednesday.plus(Duration.ofHours(4)));
        var never = village.volunteer("Feng Yi", WeekHours.NONE, 30);
        var board = seats.of(never);
        assertThat(board.seats()).isEmpty();
        assertThat(board.notForYou()).singleElement().satisfies(seat -> {
            assertThat(seat.against()).containsExactlyInAnyOrder(Obstacle.NOT_FREE, Obstacle.WEEK_FULL);
            assertThat(seat.time().from()).isEqualTo(wednesday);
        });
    }

    private Instant first(Actor actor) {
        return seats.of(actor).seats().getFirst().time().from();
    }

    private String refusal(Actor actor, OrderId order, Instant from) {
        return code(taking.take(actor, order, from));
    }

    private static String code(Outcome<?> outcome) {
        return outcome instanceof Outcome.Refused<?>(var refusal) ? refusal.code() : "done";
    }

    private OfferId ask(OrderId order, Actor volunteer) {
        return ask(order, wednesday, volunteer);
    }

    private OfferId ask(OrderId order, Instant from, Actor volunteer) {
        return make(order, from, new Invitee.ToVolunteer(volunteer.person()));
    }

    private OfferId make(OrderId order, Instant from, Invitee invitee) {
        return offers.make(village.clerk, order, village.version(order), village.slot(order, from), List.of(invitee))
                .orThrow()
                .getFirst();
    }

    private State state(OrderId order) {
        return sheets.find(village.county, order).orElseThrow().state();
    }

    private String offer(OfferId id) {
        return village.the(OfferRows.class)
                .find(village.county, id)
                .orElseThrow()
                .state()
                .name();
    }

    private int offers(OrderId order) {
        return village.the(OfferRows.class)
                .of(village.county, order, OfferState.values())
                .size();
    }

    private List<UUID> holders(OrderId order) {
        return village.the(SeatRows.class).live(village.county, order).stream()
                .map(seat -> seat.facts().volunteer().value())
                .toList();
    }
}
