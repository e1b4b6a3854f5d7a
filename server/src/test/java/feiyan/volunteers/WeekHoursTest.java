package feiyan.volunteers;

import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

class WeekHoursTest {

    private static final LocalDateTime SATURDAY_NINE = LocalDateTime.of(2026, 3, 7, 9, 0);

    private final WeekHours saturdayMorning = WeekHours.NONE.with(SATURDAY, 9, 12);

    @Test
    void coversATimeWhoseHoursAreAllFree() {
        assertThat(saturdayMorning.covers(SATURDAY_NINE, SATURDAY_NINE.plusHours(3)))
                .isTrue();
        assertThat(saturdayMorning.covers(SATURDAY_NINE.plusMinutes(30), SATURDAY_NINE.plusMinutes(90)))
                .isTrue();
    }

    @Test
    void oneTouchedHourThatIsNotFreeIsEnough() {
        assertThat(saturdayMorning.covers(SATURDAY_NINE.minusMinutes(1), SATURDAY_NINE.plusHours(1)))
                .isFalse();
        assertThat(saturdayMorning.covers(SATURDAY_NINE.plusHours(2), SATURDAY_NINE.plusMinutes(181)))
                .isFalse();
    }

    @Test
    void aTimeMayPassTheEndOfTheWeek() {
        var night = WeekHours.NONE.with(SUNDAY, 23, 24).with(MONDAY, 0, 1);
        var sundayLate = LocalDateTime.of(2026, 3, 8, 23, 30);
        assertThat(night.covers(sundayLate, sundayLate.plusHours(1))).isTrue();
    }

    @Test
    void theFirstBitIsMondayMidnight() {
        assertThat(WeekHours.NONE.with(MONDAY, 0, 1).bits()).startsWith("10");
        assertThat(WeekHours.NONE.with(SUNDAY, 23, 24).bits()).endsWith("01");
        assertThat(saturdayMorning.count()).isEqualTo(3);
    }

    @Test
    void aWeekHas168Hours() {
        assertThatThrownBy(() -> new WeekHours("1".repeat(167))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new WeekHours("2".repeat(168))).isInstanceOf(IllegalArgumentException.class);
    }
}
