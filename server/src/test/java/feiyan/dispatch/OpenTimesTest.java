package feiyan.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import feiyan.calendar.WorkingTime;
import feiyan.menu.ProjectId;
import feiyan.orders.DayPart;
import feiyan.orders.OrderId;
import feiyan.orders.ServiceSheet;
import feiyan.orders.Slot;
import feiyan.orders.State;
import feiyan.platform.Ids;
import feiyan.platform.Policy;
import feiyan.units.UnitId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OpenTimesTest {

    private static final LocalDate TUESDAY = LocalDate.of(2026, 11, 24);

    private static Instant at(int day, String hour) {
        return TUESDAY.plusDays(day)
                .atTime(LocalTime.parse(hour))
                .atZone(WorkingTime.ZONE)
                .toInstant();
    }

    private static OrderToTake order(Slot window, int minutes, int headcount, boolean urgent, @Nullable DayPart part) {
        var unit = new UnitId(Ids.next());
        var sheet = new ServiceSheet(
                new OrderId(Ids.next()),
                1,
                State.APPROVED,
                "1",
                unit,
                unit,
                unit,
                new ProjectId(Ids.next()),
                headcount,
                minutes,
                urgent,
                false,
                false,
                null,
                window,
                null,
                null,
                part);
        return new OrderToTake(sheet, 0, false, null, false, false, false);
    }

    private static OrderToTake order(Slot window, int minutes) {
        return order(window, minutes, 1, false, null);
    }

    private static List<Instant> begins(OrderToTake order, Instant now) {
        return OpenTimes.of(order, Policy.standard(), now).map(Slot::from).toList();
    }

    @Test
    void eachHalfHourThatLeavesRoomInTheWindow() {
        var window = new Slot(at(1, "10:00"), at(1, "12:00"));
        assertThat(begins(order(window, 60), at(0, "09:00")))
                .containsExactly(at(1, "10:00"), at(1, "10:30"), at(1, "11:00"));
    }

    @Test
    void aWindowThatBeginsBesideTheHalfHourIsUsedFromItsBeginning() {
        var window = new Slot(at(1, "10:10"), at(1, "10:50"));
        assertThat(begins(order(window, 40), at(0, "09:00"))).containsExactly(at(1, "10:10"));
    }

    @Test
    void theHouseholdHearsOfItAnHourBeforeOrHalfAnHourWhereItCannotWait() {
        var window = new Slot(at(0, "08:00"), at(0, "11:00"));
        assertThat(begins(order(window, 60), at(0, "08:10"))).containsExactly(at(0, "09:30"), at(0, "10:00"));
        assertThat(begins(order(window, 60, 1, true, null), at(0, "08:10"))).startsWith(at(0, "09:00"));
    }

    @Test
    void nobodyIsAtTheDoorWhileTheCountySleepsUnlessItCannotWait() {
        var night = new Slot(at(0, "20:00"), at(1, "09:00"));
        assertThat(begins(order(night, 60), at(0, "10:00"))).containsExactly(at(0, "20:00"), at(1, "08:00"));
        assertThat(begins(order(night, 60, 1, true, null), at(0, "10:00"))).contains(at(0, "23:00"), at(1, "04:30"));
    }

    @Test
    void onlyInThePartOfTheDayThatSuits() {
        var window = new Slot(at(1, "08:00"), at(2, "18:00"));
        assertThat(begins(order(window, 240, 1, false, DayPart.MORNING), at(0, "10:00")))
                .containsExactly(at(1, "08:00"), at(2, "08:00"));
    }

    @Test
    void whereSeveralAreNeededThereIsOneTimeForEverybody() {
        var window = new Slot(at(1, "10:00"), at(1, "18:00"));
        assertThat(begins(order(window, 60, 3, false, null), at(0, "10:00"))).containsExactly(at(1, "10:00"));
    }

    @Test
    void theTimeForWhichOthersWereAskedIsEverybodys() {
        var window = new Slot(at(1, "10:00"), at(1, "18:00"));
        var out = new Slot(at(1, "15:15"), at(1, "16:15"));
        var asked = new OrderToTake(order(window, 60).sheet(), 0, false, out, false, false, false);
        assertThat(begins(asked, at(0, "10:00"))).containsExactly(at(1, "15:15"));
        assertThat(begins(asked, at(1, "15:15"))).isEmpty();
    }

    @Test
    void whatIsFurtherAheadThanTwoWeeksWaits() {
        var window = new Slot(at(15, "10:00"), at(16, "10:00"));
        assertThat(begins(order(window, 60), at(0, "10:00"))).isEmpty();
        assertThat(begins(order(window, 60), at(2, "10:00"))).isNotEmpty();
        assertThat(OpenTimes.HORIZON).isEqualTo(Duration.ofDays(14));
    }
}
