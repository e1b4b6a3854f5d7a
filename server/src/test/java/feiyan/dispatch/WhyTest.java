package feiyan.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import feiyan.accounts.Leaving;
import feiyan.cast.Village;
import feiyan.dispatch.OtherAsked.Why;
import feiyan.orders.OrderId;
import feiyan.orders.ServiceSheets;
import feiyan.platform.AppClock;
import feiyan.platform.Policies;
import feiyan.platform.Policy;
import feiyan.platform.Transactions;
import feiyan.platform.database.FeiyanTest;
import feiyan.units.Actor;
import feiyan.volunteers.Profiles;
import feiyan.volunteers.WeekHours;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Why I was asked, why I was not, and how much I have taken on. */
@FeiyanTest(properties = "feiyan.jobs=false")
class WhyTest {

    @Autowired
    private ApplicationContext house;

    @Autowired
    private WhyMe why;

    @Autowired
    private OthersAsked others;

    @Autowired
    private OpenSeatTaking taking;

    @Autowired
    private Offers offers;

    @Autowired
    private Answers answers;

    @Autowired
    private MyLimits limits;

    @Autowired
    private JdbcClient db;

    @Autowired
    private AppClock clock;

    private Village village;
    private Actor zhao;
    private Actor qian;
    private Instant wednesday;

    @BeforeEach
    void aVillage() {
        village = Village.in(house);
        zhao = village.volunteer("Zhao Min");
        qian = village.volunteer("Qian Jin");
        wednesday = Village.wednesday(clock.instant());
    }

    @Test
    void itIsKeptWhatWasKnownWhenTheOfferWasMade() {
        var first = ask(order(0), zhao);
        answers.accept(zhao, first).orThrow();
        var second = ask(order(1), zhao);
        var known = why.of(zhao, second).orElseThrow();
        assertThat(known.way()).isEqualTo(OfferReason.Way.CHOSEN);
        assertThat(known.metres()).isZero();
        assertThat(known.bookedMinutes()).isEqualTo(60);
        assertThat(known.askedBefore()).isEqualTo(1);
        assertThat(known.daysSinceAsked()).isZero();
        assertThat(known.unit()).isEqualTo("Lijia");
        assertThat(why.of(zhao, first).orElseThrow().daysSinceAsked()).isNull();
    }

    @Test
    void itIsToldToNobodyElse() {
        var asked = ask(order(0), zhao);
        assertThat(why.of(qian, asked)).isEmpty();
        assertThat(why.of(village.clerk, asked)).isEmpty();
        var leader = village.volunteer("Sun Lei");
        var team = make(order(1), 1, new Invitee.ToTeam(village.team(leader)));
        assertThat(why.of(leader, team)).isEmpty();
    }

    @Test
    void whichHouseholdItIsIsNotToldBeforeTheSeatIsTheirs() {
        served(zhao, 0);
        var asked = ask(order(2), zhao);
        assertThat(why.of(zhao, asked).orElseThrow().visits()).isNull();
        answers.accept(zhao, asked).orThrow();
        assertThat(why.of(zhao, asked).orElseThrow().visits()).isEqualTo(1);
    }

    @Test
    void whatOneTookUnaskedIsNoAsking() {
        taking.take(zhao, order(0), at(0)).orThrow();
        var asked = ask(order(1), zhao);
        assertThat(why.of(zhao, asked).orElseThrow().askedBefore()).isZero();
    }

    @Test
    void whoWasNotAskedLearnsWhyOfThemselvesAlone() {
        ask(order(0), qian);
        assertThat(others.of(zhao)).singleElement().satisfies(one -> {
            assertThat(one.service()).isEqualTo("Haircut");
            assertThat(one.time().from()).isEqualTo(at(0));
            assertThat(one.against()).isEmpty();
            assertThat(one.why()).containsExactly(Why.ALIKE);
        });
        assertThat(others.of(qian)).as("she was asked").isEmpty();
        assertThat(others.of(village.requester)).as("no volunteer").isEmpty();
    }

    @Test
    void whatStandsAgainstOneselfIsToldFirst() {
        ask(order(0), qian);
        village.the(Profiles.class)
                .availability(zhao, zhao.person(), WeekHours.NONE, 600)
                .orThrow();
        assertThat(others.of(zhao)).singleElement().satisfies(one -> {
            assertThat(one.against()).containsExactly(Obstacle.NOT_FREE);
            assertThat(one.why()).isEmpty();
        });
    }

    @Test
    void askedOftenEnoughAndAcquaintanceAreTold() {
        village.the(Policies.class)
                .set(village.county, Policy.OFFERS_A_WEEK, 1, null)
                .orThrow();
        served(qian, 0);
        ask(order(2), zhao);
        ask(order(3), qian);
        assertThat(others.of(zhao).getFirst().why())
                .containsExactlyInAnyOrder(Why.ASKED_ENOUGH, Why.KNOWN_THERE, Why.ASKED_LESS);
    }

    @Test
    void nothingIsToldOfWhatWasLongAgoConfidentialOrNotOnesSkill() {
        ask(village.approved(village.confidentialProject(), at(0)), 0, qian);
        assertThat(others.of(zhao)).isEmpty();
        ask(order(1), qian);
        assertThat(clock.at(at(1).plus(Duration.ofDays(20)), () -> others.of(zhao)))
                .isEmpty();
        village.the(Profiles.class).skills(zhao, zhao.person(), Set.of("chess")).orThrow();
        assertThat(others.of(zhao)).isEmpty();
    }

    @Test
    void theReasonGoesWithThePerson() {
        ask(order(0), zhao);
        village.the(DispatchErasure.class).step(new Leaving(village.county, zhao.person(), null, clock.instant()));
        assertThat(db.sql(
                                "select count(*) from offer_reason r where r.county_id = :county and r.volunteer_id = :person")
                        .param("county", village.county.value())
                        .param("person", zhao.person().value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void theDayTellsHowMuchIsTakenOnAndUntilWhenToRest() {
        taking.take(zhao, order(0), at(0)).orThrow();
        var before = clock.at(at(0).minus(Duration.ofHours(1)), () -> limits.of(zhao))
                .orElseThrow();
        assertThat(before.thisWeek()).isEqualTo(60);
        assertThat(before.left()).isEqualTo(540);
        assertThat(before.mostInADay()).isEqualTo(600);
        assertThat(before.restUntil())
                .as("ten in the evening of the same day is no other day")
                .isNull();
        village.the(Policies.class)
                .set(village.county, Policy.REST_BETWEEN_DAYS, Duration.ofHours(14), null)
                .orThrow();
        var rest = clock.at(at(0).minus(Duration.ofHours(1)), () -> limits.of(zhao))
                .orElseThrow();
        assertThat(rest.restUntil()).isEqualTo(at(0).plus(Duration.ofHours(15)));
        assertThat(limits.of(village.requester)).isEmpty();
    }

    private Instant at(int day) {
        return wednesday.plus(Duration.ofDays(day));
    }

    private OrderId order(int day) {
        return village.approved(village.project(1, 60), at(day));
    }

    private OfferId ask(OrderId order, Actor volunteer) {
        var window = village.the(ServiceSheets.class)
                .find(village.county, order)
                .orElseThrow()
                .window();
        return ask(order, (int) Duration.between(wednesday, window.from()).toDays(), volunteer);
    }

    private OfferId ask(OrderId order, int day, Actor volunteer) {
        return make(order, day, new Invitee.ToVolunteer(volunteer.person()));
    }

    private OfferId make(OrderId order, int day, Invitee invitee) {
        return offers.make(village.clerk, order, village.version(order), village.slot(order, at(day)), List.of(invitee))
                .orThrow()
                .getFirst();
    }

    /** An hour was served at the requester's home. */
    private void served(Actor volunteer, int day) {
        var order = order(day);
        taking.take(volunteer, order, at(day)).orThrow();
        var moves = village.the(SeatMoves.class);
        var seat = village.the(SeatRows.class).live(village.county, order).getFirst();
        village.the(Transactions.class)
                .write(() -> moves.move(
                                seat, new SeatCommand.CheckIn(Duration.ofDays(30), null), volunteer.person(), at(day))
                        .then(present -> moves.move(
                                present, new SeatCommand.CheckOut(Duration.ofDays(1)), volunteer.person(), at(day))))
                .orThrow();
    }
}
