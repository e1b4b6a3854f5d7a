package feiyan.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import feiyan.calendar.WorkingTime;
import feiyan.orders.Slot;
import feiyan.platform.Policy;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OfferDeadlineTest {

    private static final Policy POLICY = Policy.standard();
    private static final WorkingTime TIME = new WorkingTime(
            POLICY.get(Policy.WORKING_HOURS), POLICY.get(Policy.WAKING_HOURS).getFirst(), Map.of());

    private final Instant saturdayTen = at("2026-03-07T10:00");

    @Test
    void fourHoursOfAWeekendDayToo() {
        assertThat(deadline(saturdayTen, at("2026-03-10T10:00"), false)).isEqualTo(at("2026-03-07T14:00"));
    }

    @Test
    void theNightDoesNotCount() {
        assertThat(deadline(at("2026-03-07T19:00"), at("2026-03-10T10:00"), false))
                .isEqualTo(at("2026-03-08T10:00"));
    }

    @Test
    void neverMoreThanAThirdOfTheTimeLeft() {
        assertThat(deadline(saturdayTen, at("2026-03-07T16:00"), false)).isEqualTo(at("2026-03-07T12:00"));
    }

    @Test
    void whoIsAskedAtNightHasTheMorningToAnswer() {
        assertThat(deadline(at("2026-03-07T22:30"), at("2026-03-08T11:00"), false))
                .isEqualTo(at("2026-03-08T09:00"));
        assertThat(deadline(at("2026-03-08T05:00"), at("2026-03-08T14:00"), false))
                .isEqualTo(at("2026-03-08T10:00"));
        assertThat(deadline(at("2026-03-07T20:00"), at("2026-03-08T10:00"), false))
                .as("a third of the hour left today and the two of tomorrow")
                .isEqualTo(at("2026-03-08T08:00").minus(Duration.ofHours(11)));
    }

    @Test
    void whereNobodyWakesBeforeItBeginsEachHourCounts() {
        assertThat(deadline(at("2026-03-07T23:00"), at("2026-03-08T08:00"), false))
                .isEqualTo(at("2026-03-08T02:00"));
    }

    @Test
    void urgentIsHalfAnHourByNightToo() {
        assertThat(deadline(at("2026-03-07T23:00"), at("2026-03-08T10:00"), true))
                .isEqualTo(at("2026-03-07T23:30"));
        assertThat(deadline(saturdayTen, at("2026-03-07T10:30"), true)).isEqualTo(at("2026-03-07T10:10"));
    }

    @Test
    void onceTheWindowHasBegunTheProposedTimeCounts() {
        var proposed = new Slot(at("2026-03-07T13:00"), at("2026-03-07T14:00"));
        var window = new Slot(at("2026-03-07T09:00"), at("2026-03-07T18:00"));
        assertThat(OfferDeadline.of(saturdayTen, window, proposed, false, POLICY, TIME))
                .isEqualTo(at("2026-03-07T11:00"));
    }

    private static Instant deadline(Instant now, Instant windowFrom, boolean urgent) {
        var window = new Slot(windowFrom, windowFrom.plus(Duration.ofDays(1)));
        var proposed = new Slot(windowFrom.plus(Duration.ofHours(2)), windowFrom.plus(Duration.ofHours(3)));
        return OfferDeadline.of(now, window, proposed, urgent, POLICY, TIME);
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(WorkingTime.ZONE).toInstant();
    }
}
