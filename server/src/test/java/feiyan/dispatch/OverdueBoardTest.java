package feiyan.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import feiyan.cast.AtTheDoor;
import feiyan.cast.Village;
import feiyan.orders.OrderId;
import feiyan.platform.AppClock;
import feiyan.platform.database.FeiyanTest;
import feiyan.units.Actor;
import feiyan.units.NewUnit;
import feiyan.units.Role;
import feiyan.units.UnitChanges;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What is late, and what will be within the hour, for whom it concerns. */
@FeiyanTest(properties = "feiyan.jobs=false")
@TestInstance(Lifecycle.PER_CLASS)
class OverdueBoardTest {

    @Autowired
    private ApplicationContext house;

    @Autowired
    private OverdueBoard board;

    @Autowired
    private AppClock clock;

    private Village village;
    private Instant wednesday;
    private Actor center;
    private Actor sister;

    @BeforeAll
    void aVillage() {
        village = Village.in(house);
        wednesday = Village.wednesday(clock.instant());
        center = village.staff("Zhou", village.center, Role.DISPATCHER);
        var other = village.the(UnitChanges.class)
                .open(village.administrator, village.center, NewUnit.named("Chonghua"))
                .orThrow();
        sister = village.staff("Wu", other, Role.DISPATCHER);
    }

    @Test
    void eachClockStandsThereWithWhoHasIt() {
        var zhao = village.volunteer("Zhao");
        var order = village.approved(village.project(1, 60), wednesday);
        var offer = village.the(Offers.class)
                .make(
                        village.clerk,
                        order,
                        village.version(order),
                        village.slot(order, wednesday),
                        List.of(new Invitee.ToVolunteer(zhao.person())))
                .orThrow()
                .getFirst();
        var deadline = village.the(OfferRows.class)
                .find(village.county, offer)
                .orElseThrow()
                .facts()
                .deadline();
        assertThat(clocks(center, order, deadline.minus(Duration.ofMinutes(61))))
                .doesNotContain(OverdueClock.OFFER);
        var waiting = row(center, order, deadline.minus(Duration.ofMinutes(59)), OverdueClock.OFFER);
        assertThat(waiting.person()).isEqualTo(zhao.person());
        assertThat(waiting.isLate(deadline.minus(Duration.ofMinutes(59)))).isFalse();
        assertThat(waiting.isLate(deadline.plusSeconds(1))).isTrue();

        village.the(Answers.class).accept(zhao, offer).orThrow();
        assertThat(clocks(center, order, deadline)).isEmpty();
        assertThat(row(center, order, wednesday.plusSeconds(60), OverdueClock.START)
                        .person())
                .isEqualTo(zhao.person());

        clock.at(
                wednesday,
                () -> new AtTheDoor(village)
                        .checkIn(village.county, seatOf(order), zhao.person(), null)
                        .orThrow());
        assertThat(clocks(center, order, wednesday.plus(Duration.ofMinutes(90))))
                .containsExactly(OverdueClock.CHECK_OUT);
    }

    @Test
    void anOrderThatNobodyDispatchesBecomesLateByTimeAlone() {
        var order = village.approved(village.project(1, 60), wednesday);
        assertThat(clocks(center, order, clock.instant())).isEmpty();
        var late = clock.instant().plus(Duration.ofDays(10));
        assertThat(row(village.clerk, order, late, OverdueClock.DISPATCH).isLate(late))
                .isTrue();
        assertThat(clocks(sister, order, late)).isEmpty();
        assertThat(clocks(village.volunteer("Zhao"), order, late)).isEmpty();
    }

    @Test
    void aConfidentialOneIsANumberToEverybodyAboveTheUnitThatHasIt() {
        var project = village.confidentialProject();
        int before = hidden(center);
        var order = village.approved(project, wednesday);
        var late = clock.instant().plus(Duration.ofDays(10));

        assertThat(clocks(village.clerk, order, late)).containsExactly(OverdueClock.DISPATCH);
        assertThat(clocks(center, order, late)).isEmpty();
        assertThat(hidden(center)).isEqualTo(before + 1);
        assertThat(hidden(village.clerk)).isZero();
        assertThat(hidden(sister)).isZero();
    }

    private int hidden(Actor reader) {
        return clock.at(clock.instant().plus(Duration.ofDays(10)), () -> board.hidden(reader));
    }

    private List<OverdueClock> clocks(Actor reader, OrderId order, Instant at) {
        return clock.at(at, () -> board.of(reader)).stream()
                .filter(row -> row.order().equals(order))
                .map(OverdueRow::clock)
                .toList();
    }

    private OverdueRow row(Actor reader, OrderId order, Instant at, OverdueClock which) {
        return clock.at(at, () -> board.of(reader)).stream()
                .filter(row -> row.order().equals(order) && row.clock() == which)
                .findFirst()
                .orElseThrow();
    }

    private SeatId seatOf(OrderId order) {
        return village.the(SeatRows.class)
                .live(village.county, order)
                .getFirst()
                .facts()
                .id();
    }
}
