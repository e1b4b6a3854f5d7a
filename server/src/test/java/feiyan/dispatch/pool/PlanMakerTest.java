package feiyan.dispatch.pool;

import static org.assertj.core.api.Assertions.assertThat;

import feiyan.cast.Village;
import feiyan.dispatch.Invitee;
import feiyan.dispatch.Obstacle;
import feiyan.dispatch.Offers;
import feiyan.dispatch.engine.Weights;
import feiyan.dispatch.pool.PlanMaker.Made;
import feiyan.dispatch.pool.PlanMaker.Pairing;
import feiyan.dispatch.pool.PlanMaker.Task;
import feiyan.dispatch.pool.PlanMaker.Ties;
import feiyan.dispatch.pool.PlanMaker.Wanted;
import feiyan.orders.OrderId;
import feiyan.orders.ServiceSheets;
import feiyan.platform.AppClock;
import feiyan.platform.Policies;
import feiyan.platform.Policy;
import feiyan.platform.database.FeiyanTest;
import feiyan.volunteers.WeekHours;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A plan for many orders, under the county's rules. Each test has a village of its own. */
@FeiyanTest(properties = "feiyan.jobs=false")
class PlanMakerTest {

    @Autowired
    private ApplicationContext house;

    @Autowired
    private PlanMaker plans;

    @Autowired
    private Supply supply;

    @Autowired
    private ServiceSheets sheets;

    @Autowired
    private AppClock clock;

    private Village village;
    private Instant wednesday;

    @BeforeEach
    void aVillage() {
        village = Village.in(house);
        wednesday = Village.wednesday(clock.instant());
    }

    @Test
    void eachSeatHasItsReasonAndWhoWouldBeNext() {
        var zhao = village.volunteer("Zhao");
        var qian = village.volunteer("Qian", Village.ALWAYS, 300);
        var order = order(1, 40);
        var made = plan(Ties.NONE, wanted(order, wednesday));

        var seat = made.seats().getFirst();
        assertThat(Set.of(zhao.person(), qian.person()))
                .contains(seat.suggestion().volunteer())
                .contains(seat.nextBest());
        assertThat(seat.nextBest()).isNotEqualTo(seat.suggestion().volunteer());
        assertThat(seat.untilNextBest()).hasValue(0);
        assertThat(seat.suggestion().metres()).isZero();
        assertThat(made.cost())
                .isEqualTo(seat.suggestion().cost())
                .isEqualTo(seat.suggestion().terms().sum());
        assertThat(made.bound()).isLessThanOrEqualTo(made.cost());
        assertThat(made.gaps()).isEmpty();
    }

    @Test
    void restIsKeptAcrossTheTurnOfTheWeek() {
        var zhao = village.volunteer("Zhao");
        var sundayEvening = wednesday.plus(Duration.ofHours(4 * 24 + 9));
        var late = order(1, 120);
        var early = order(1, 60);
        var made = plan(
                Ties.NONE,
                wanted(late, sundayEvening),
                wanted(early, sundayEvening.plus(Duration.ofMinutes(12 * 60 + 59))));

        assertThat(made.seats()).singleElement().satisfies(seat -> {
            assertThat(seat.suggestion().volunteer()).isEqualTo(zhao.person());
            assertThat(seat.nextBest()).isNull();
        });
        var atPeace =
                plan(Ties.NONE, wanted(late, sundayEvening), wanted(early, sundayEvening.plus(Duration.ofHours(13))));
        assertThat(atPeace.seats()).hasSize(2);
    }

    @Test
    void nobodyIsGivenMoreThanTenHoursInADayAndANight() {
        village.volunteer("Zhao", Village.ALWAYS, 3_000);
        var morning = wednesday.minus(Duration.ofHours(2));
        var made = plan(
                Ties.NONE,
                wanted(order(1, 240), morning),
                wanted(order(1, 240), morning.plus(Duration.ofHours(5))),
                wanted(order(1, 180), morning.plus(Duration.ofHours(10))));
        assertThat(made.seats()).hasSize(2);
    }

    @Test
    void aPlanAsksNobodyMoreOftenThanTheCountyWants() {
        village.volunteer("Zhao", Village.ALWAYS, 3_000);
        village.the(Policies.class)
                .set(village.county, Policy.OFFERS_A_WEEK, 2, null)
                .orThrow();
        var wanted = Stream.of(0, 24, 48)
                .map(hours -> wanted(order(1, 40), wednesday.plus(Duration.ofHours(hours))))
                .toArray(Wanted[]::new);
        var made = plan(Ties.NONE, wanted);
        assertThat(made.seats()).hasSize(2);

        var pins = Stream.of(wanted)
                .map(it -> new Pairing(
                        it.order().id(), made.seats().getFirst().suggestion().volunteer()))
                .toList();
        assertThat(plan(new Ties(Set.copyOf(pins), Set.of(), Set.of(), 0), wanted)
                        .seats())
                .as("whom a person pins, a person asks")
                .hasSize(3);
    }

    @Test
    void whoWasAskedForItStaysOnlyWhereTheTiesSaySo() {
        var zhao = village.volunteer("Zhao");
        var order = order(1, 40);
        village.the(Offers.class)
                .make(
                        village.clerk,
                        order,
                        village.version(order),
                        village.slot(order, wednesday),
                        List.of(new Invitee.ToVolunteer(zhao.person())))
                .orThrow();
        assertThat(plan(Ties.NONE, wanted(order, wednesday)).seats()).isEmpty();
        var asked = new Ties(Set.of(), Set.of(), Set.of(new Pairing(order, zhao.person())), 2_000);
        assertThat(plan(asked, wanted(order, wednesday)).seats()).hasSize(1);
    }

    @Test
    void pinsStayForbiddenPairsDoNotAndWhatCannotBeKeptIsSaid() {
        var zhao = village.volunteer("Zhao");
        var qian = village.volunteer("Qian");
        var never = village.volunteer("Sun", WeekHours.NONE.with(DayOfWeek.SUNDAY, 1, 2), 600);
        var one = order(1, 40);
        var other = order(1, 40);
        var ties = new Ties(
                Set.of(new Pairing(one, qian.person()), new Pairing(other, never.person())),
                Set.of(new Pairing(other, zhao.person())),
                Set.of(),
                0);
        var made = plan(ties, wanted(one, wednesday), wanted(other, wednesday));

        assertThat(made.unkept()).containsExactly(new Pairing(other, never.person()));
        assertThat(made.seats()).singleElement().satisfies(seat -> {
            assertThat(seat.order()).isEqualTo(one);
            assertThat(seat.suggestion().volunteer()).isEqualTo(qian.person());
        });
        assertThat(made.gaps()).extracting(PlanMaker.Gap::order).containsExactly(other);
    }

    @Test
    void aGapTellsWhatStandsAgainstThoseNearby() {
        village.volunteer("Zhao", WeekHours.NONE, 600);
        village.volunteer("Qian", Village.ALWAYS, 30);
        var order = order(3, 40);
        var gap = plan(Ties.NONE, wanted(order, wednesday)).gaps().getFirst();
        assertThat(gap.seats()).isEqualTo(3);
        assertThat(gap.unfillable()).isEqualTo(3);
        assertThat(gap.lack().skilled()).isEqualTo(2);
        assertThat(gap.lack().against()).containsEntry(Obstacle.NOT_FREE, 1).containsEntry(Obstacle.WEEK_FULL, 1);
    }

    @Test
    void nobodyIsPlannedForWhatTheyOrderedThemselves() {
        village.enrol(village.requester.person(), Village.ALWAYS, 600);
        var order = order(1, 40);
        var pinned = new Ties(Set.of(new Pairing(order, village.requester.person())), Set.of(), Set.of(), 0);
        assertThat(plan(pinned, wanted(order, wednesday)).seats()).isEmpty();
    }

    @Test
    void theSameInputsAndSeedGiveTheSamePlanAndTheDigestSaysSo() {
        for (int i = 0; i < 6; i++) {
            village.volunteer("Volunteer " + i);
        }
        var wanted = Stream.of(0, 0, 1, 1, 2, 24 * 7)
                .map(hours -> wanted(order(2, 60), wednesday.plus(Duration.ofHours(hours))))
                .toList();
        var now = clock.instant();
        var one = clock.at(now, () -> repeatable(wanted, 7));
        var again = clock.at(now, () -> repeatable(wanted, 7));
        assertThat(again.seats()).isEqualTo(one.seats());
        assertThat(again.inputsDigest()).isEqualTo(one.inputsDigest()).hasSize(64);

        village.volunteer("Zhao");
        assertThat(clock.at(now, () -> repeatable(wanted, 7)).inputsDigest())
                .as("somebody new")
                .isNotEqualTo(one.inputsDigest());
    }

    @Test
    void aTimeThatIsOverIsPlayedThroughThoughAllWereAskedThen() {
        var zhao = village.volunteer("Zhao");
        var order = order(1, 40);
        village.the(Offers.class)
                .make(
                        village.clerk,
                        order,
                        village.version(order),
                        village.slot(order, wednesday),
                        List.of(new Invitee.ToVolunteer(zhao.person())))
                .orThrow();
        var later = clock.at(wednesday.plus(Duration.ofDays(20)), () -> plan(Ties.NONE, wanted(order, wednesday)));
        assertThat(later.seats()).hasSize(1);
    }

    private OrderId order(int headcount, int minutes) {
        return village.approved(village.project(headcount, minutes), wednesday);
    }

    private Wanted wanted(OrderId order, Instant at) {
        var sheet = sheets.find(village.county, order).orElseThrow();
        return new Wanted(sheet, village.slot(order, at), sheet.headcount());
    }

    private Supply.Look look(List<Wanted> wanted) {
        return supply.look(
                village.county,
                village.center,
                wanted.stream().map(one -> one.order().id()).toList());
    }

    private Made plan(Ties ties, Wanted... wanted) {
        return plans.plan(new Task(look(List.of(wanted)), Weights.STANDARD, List.of(wanted), ties, 1), () -> false);
    }

    private Made repeatable(List<Wanted> wanted, long seed) {
        return plans.repeatable(new Task(look(wanted), Weights.STANDARD, wanted, Ties.NONE, seed), 500);
    }
}
