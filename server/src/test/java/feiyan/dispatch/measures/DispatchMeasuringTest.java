package feiyan.dispatch.measures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import feiyan.cast.Village;
import feiyan.dispatch.Answers;
import feiyan.dispatch.Invitee;
import feiyan.dispatch.OfferId;
import feiyan.dispatch.Offers;
import feiyan.dispatch.measures.DispatchMeasures.Declined;
import feiyan.dispatch.measures.DispatchMeasures.Wait;
import feiyan.orders.OrderId;
import feiyan.platform.AppClock;
import feiyan.platform.database.FeiyanTest;
import feiyan.units.Actor;
import feiyan.units.NewUnit;
import feiyan.units.Role;
import feiyan.units.UnitChanges;
import feiyan.units.UnitId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * Twelve orders, each offered to the same busy neighbour, who says no, and to somebody else, who says yes: the first
 * after ten minutes, the next after twenty, and so on. One thinks better of it; one comes who was not asked.
 */
@FeiyanTest(properties = "feiyan.jobs=false")
@TestInstance(Lifecycle.PER_CLASS)
class DispatchMeasuringTest {

    private static final int ORDERS = 12;

    @Autowired
    private ApplicationContext house;

    @Autowired
    private DispatchMeasuring measuring;

    @Autowired
    private AppClock clock;

    private Village village;
    private Instant wednesday;
    private Instant tuesday;
    private Actor center;
    private UnitId sister;

    @BeforeAll
    void aVillage() {
        village = Village.in(house);
        wednesday = Village.wednesday(clock.instant());
        tuesday = wednesday.minus(Duration.ofDays(1));
        center = village.staff("Zhou", village.center, Role.DISPATCHER);
        sister = village.the(UnitChanges.class)
                .open(village.administrator, village.center, NewUnit.named("Chonghua"))
                .orThrow();
        var busy = village.volunteer("Bai");
        var taken = new ArrayList<OfferId>();
        var takers = new ArrayList<Actor>();
        for (int i = 1; i <= ORDERS; i++) {
            takers.add(village.volunteer("Taker " + i));
            taken.add(answered(busy, takers.getLast(), Duration.ofMinutes(10L * i), i <= 8 ? "too_far" : null));
        }
        at(tuesday.plus(Duration.ofHours(3)), () -> {
            village.the(Answers.class)
                    .giveBack(takers.getFirst(), taken.getFirst(), null)
                    .orThrow();
        });
        herself();
    }

    private OfferId answered(Actor busy, Actor taker, Duration after, @Nullable String why) {
        var order = village.approved(village.project(1, 60), wednesday);
        var offers = clock.at(
                tuesday,
                () -> offered(
                        village.clerk,
                        order,
                        List.of(busy.person(), taker.person()).stream()
                                .map(Invitee.ToVolunteer::new)
                                .toList()));
        at(tuesday.plus(after), () -> {
            village.the(Answers.class).decline(busy, offers.getFirst(), why).orThrow();
            village.the(Answers.class).accept(taker, offers.getLast()).orThrow();
        });
        return offers.getLast();
    }

    private List<OfferId> offered(Actor by, OrderId order, List<? extends Invitee> whom) {
        return village.the(Offers.class)
                .make(by, order, village.version(order), village.slot(order, wednesday), List.copyOf(whom))
                .orThrow();
    }

    /** A dispatcher who serves too, and offers a seat to herself: as whoever takes an open seat does. */
    private void herself() {
        var both = village.enrol(village.clerk.person(), Village.ALWAYS, 600);
        var order = village.approved(village.project(1, 60), wednesday);
        at(tuesday, () -> {
            var offer = offered(village.clerk, order, List.of(new Invitee.ToVolunteer(both.person())));
            village.the(Answers.class).accept(both, offer.getFirst()).orThrow();
        });
    }

    private void at(Instant when, Runnable work) {
        clock.at(when, work);
    }

    private DispatchMeasures measured(Actor reader, UnitId unit, Instant when, MeasuredDays days) {
        return clock.at(when, () -> measuring.of(reader, unit, days)).orElseThrow();
    }

    @Test
    void whatWasAskedIsCountedOfTheUnitAndForThoseAbove() {
        var later = wednesday.plus(Duration.ofHours(3));
        var own = measured(village.clerk, village.station, later, MeasuredDays.MONTH);
        assertThat(own.offers()).isEqualTo(2 * ORDERS);
        assertThat(own.orders()).isEqualTo(ORDERS + 1);
        assertThat(own.waiting()).isEqualTo(1);
        assertThat(own).isEqualTo(measured(center, village.center, later, MeasuredDays.MONTH));
        assertThat(own).isEqualTo(measured(center, village.station, later, MeasuredDays.MONTH));
    }

    /** Thirteen times: none, and ten to a hundred and twenty minutes. */
    @Test
    void theWaitIsFromTheFirstOfferToTheAcceptance() {
        var later = wednesday.plus(Duration.ofHours(3));
        assertThat(measured(center, village.center, later, MeasuredDays.MONTH).waited())
                .isEqualTo(new Wait(ORDERS + 1, 60, 108));
    }

    @Test
    void aSeatIsFilledInTimeWhereSomebodyHoldsItWhenItsTimeComes() {
        var before = measured(center, village.center, wednesday.minusSeconds(1), MeasuredDays.MONTH);
        assertThat(before.filled()).as("no time has come").isNull();
        var after = measured(center, village.center, wednesday.plusSeconds(1), MeasuredDays.MONTH);
        assertThat(after.filled()).isEqualTo(new Share(ORDERS, ORDERS + 1));
    }

    @Test
    void offersForASeatAnswersAndReasonsAreCounted() {
        var measures = measured(center, village.center, wednesday, MeasuredDays.QUARTER);
        assertThat(measures.perSeat()).isEqualTo(2.0 * ORDERS / ORDERS);
        assertThat(measures.answered()).isEqualTo(new Share(2 * ORDERS, 2 * ORDERS));
        assertThat(measures.declined()).containsExactly(new Declined("too_far", 8), new Declined(null, 4));
    }

    /** Fourteen people: twelve with an hour each, the busy one and the one who gave back with none. */
    @Test
    void theSpreadIsOfTheMinutesOverAllWhoWereAskedOrCame() {
        var spread = Objects.requireNonNull(
                measured(center, village.center, wednesday, MeasuredDays.MONTH).spread());
        assertThat(spread.people()).isEqualTo(ORDERS + 2);
        assertThat(spread.gini()).isCloseTo(2.0 / (ORDERS + 2), within(1e-9));
        assertThat(spread.busiestTenth()).isEqualTo(8);
    }

    @Test
    void whatLiesFurtherBackDoesNotCount() {
        var later = tuesday.plus(Duration.ofDays(31));
        assertThat(measured(center, village.center, later, MeasuredDays.MONTH).offers())
                .isZero();
        assertThat(measured(center, village.center, later, MeasuredDays.QUARTER).offers())
                .isEqualTo(2 * ORDERS);
    }

    @Test
    void tooFewSayNothing() {
        var quiet = measured(center, sister, wednesday, MeasuredDays.MONTH);
        assertThat(quiet.waited()).isNull();
        assertThat(quiet.filled()).isNull();
        assertThat(quiet.perSeat()).isNull();
        assertThat(quiet.answered()).isNull();
        assertThat(quiet.spread()).isNull();
        assertThat(quiet.declined()).isNull();
    }

    @Test
    void nobodyReadsOfUnitsWhereTheyDoNotWork() {
        var stranger = village.staff("Wu", sister, Role.AUDITOR);
        assertThat(measuring.of(stranger, sister, MeasuredDays.MONTH)).isPresent();
        assertThat(measuring.of(stranger, village.station, MeasuredDays.MONTH)).isEmpty();
        assertThat(measuring.of(village.clerk, village.center, MeasuredDays.MONTH))
                .isEmpty();
        assertThat(measuring.of(village.requester, village.station, MeasuredDays.MONTH))
                .isEmpty();
    }
}
