package feiyan.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import feiyan.platform.Policy;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingTimeTest {

    private final WorkingTime time = new WorkingTime(
            Policy.standard().get(Policy.WORKING_HOURS),
            Policy.standard().get(Policy.WAKING_HOURS).getFirst(),
            BuiltInCalendar.days().stream().collect(Collectors.toMap(CalendarDay::day, CalendarDay::working)));

    @ParameterizedTest
    @CsvSource({
        // an ordinary Tuesday
        "2026-06-16T10:00, PT1H,    2026-06-16T11:00",
        "2026-06-16T11:30, PT1H,    2026-06-16T14:00",
        "2026-06-16T12:30, PT1H,    2026-06-16T14:30",
        "2026-06-16T10:00, PT2H,    2026-06-16T12:00",
        "2026-06-16T17:00, PT1H,    2026-06-17T09:00",
        // at night, before the day begins
        "2026-06-16T23:00, PT1H,    2026-06-17T09:30",
        "2026-06-17T03:00, PT1H,    2026-06-17T09:30",
        // an ordinary weekend
        "2026-06-12T17:00, PT1H,    2026-06-15T09:00",
        // Dragon Boat Festival from Friday to Sunday
        "2026-06-18T17:00, PT1H,    2026-06-22T09:00",
        // Saturday 14 February is worked, then nine days of Spring Festival
        "2026-02-13T17:00, PT1H,    2026-02-14T09:00",
        "2026-02-14T17:00, PT1H,    2026-02-24T09:00",
        "2026-02-18T12:00, PT1H,    2026-02-24T09:30",
        // Saturday 28 February is worked, Sunday 1 March is not
        "2026-02-27T17:00, PT1H,    2026-02-28T09:00",
        "2026-02-28T17:00, PT1H,    2026-03-02T09:00",
        // Sunday 4 January and Sunday 20 September are worked
        "2026-01-02T10:00, PT1H,    2026-01-04T09:30",
        "2026-09-19T10:00, PT1H,    2026-09-20T09:30",
        // over the year's end, where the next year's days are not known
        "2026-12-31T17:00, PT1H,    2027-01-01T09:00",
        "2026-06-16T20:00, PT0S,    2026-06-16T20:00"
    })
    void passesWorkingTime(LocalDateTime from, Duration amount, LocalDateTime until) {
        assertThat(time.plus(at(from), amount)).isEqualTo(at(until));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-06-16T10:00, 1, 2026-06-17T10:00",
        "2026-06-16T10:00, 3, 2026-06-22T10:00",
        // what comes after hours or on a free day has all of the next working day
        "2026-06-16T20:00, 1, 2026-06-17T17:30",
        "2026-06-13T10:00, 1, 2026-06-15T17:30",
        "2026-06-16T12:45, 1, 2026-06-17T12:00",
        "2026-02-14T10:00, 1, 2026-02-24T10:00",
        "2026-10-09T10:00, 1, 2026-10-10T10:00"
    })
    void passesWorkingDays(LocalDateTime from, int days, LocalDateTime until) {
        assertThat(time.plusWorkingDays(at(from), days)).isEqualTo(at(until));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-06-13T10:00, PT4H, 2026-06-13T14:00",
        "2026-06-13T19:00, PT4H, 2026-06-14T10:00",
        "2026-06-13T23:00, PT4H, 2026-06-14T12:00",
        "2026-02-17T06:00, PT4H, 2026-02-17T12:00",
        "2026-06-13T17:00, PT4H, 2026-06-13T21:00"
    })
    void passesWakingTimeOnWeekendsAndHolidaysToo(LocalDateTime from, Duration amount, LocalDateTime until) {
        assertThat(time.plusWaking(at(from), amount)).isEqualTo(at(until));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-06-16T08:29:59, false",
        "2026-06-16T08:30:00, true",
        "2026-06-16T11:59:59, true",
        "2026-06-16T12:00:00, false",
        "2026-06-16T17:30:00, false",
        "2026-06-13T10:00:00, false",
        "2026-02-28T10:00:00, true",
        "2026-02-16T10:00:00, false"
    })
    void knowsWhenOfficesAreOpen(LocalDateTime at, boolean open) {
        assertThat(time.isWorking(at(at))).isEqualTo(open);
    }

    /** As announced, 2026 has 33 days off in its seven holidays and six make-up workdays. */
    @Test
    void holdsTheAnnouncedDays() {
        var days = BuiltInCalendar.days().stream()
                .filter(each -> each.day().getYear() == 2026)
                .toList();
        assertThat(days).filteredOn(each -> !each.working()).hasSize(33);
        assertThat(days)
                .filteredOn(CalendarDay::working)
                .hasSize(6)
                .allSatisfy(each -> assertThat(each.day().getDayOfWeek()).isIn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY));
    }

    @Test
    void isMonotoneAndAdditiveWhereverItStarts() {
        var random = new Random(20260616);
        for (int i = 0; i < 5_000; i++) {
            var from = anyMoment(random);
            var later = from.plusSeconds(random.nextLong(1_000_000));
            var some = Duration.ofSeconds(random.nextLong(200_000));
            var more = Duration.ofSeconds(random.nextLong(200_000));
            assertThat(time.plus(later, some)).isAfterOrEqualTo(time.plus(from, some));
            assertThat(time.plus(from, some.plus(more))).isAfterOrEqualTo(time.plus(from, some));
            assertThat(time.plus(time.plus(from, some), more)).isEqualTo(time.plus(from, some.plus(more)));
            assertThat(time.plusWaking(time.plusWaking(from, some), more))
                    .isEqualTo(time.plusWaking(from, some.plus(more)));
        }
    }

    @Test
    void countsAsMuchBetweenTwoMomentsAsItTakesToPass() {
        var random = new Random(371322);
        for (int i = 0; i < 2_000; i++) {
            var from = anyMoment(random);
            var amount = Duration.ofSeconds(random.nextLong(400_000));
            assertThat(time.between(from, time.plus(from, amount))).isEqualTo(amount);
            assertThat(time.between(time.plus(from, amount), from)).isZero();
        }
    }

    @Test
    void doesNotGoBackInTime() {
        assertThatThrownBy(() -> time.plus(Instant.EPOCH, Duration.ofSeconds(-1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"2026-10-31, ", "2026-11-01, 2027", "2025-12-01, ", "2027-01-01, 2027"})
    void asksForTheNextYearOnceItIsAnnounced(LocalDate today, Integer missing) {
        var entered = Set.of(2025, 2026);
        assertThat(WorkingCalendars.yearToEnter(today, entered))
                .isEqualTo(missing == null ? OptionalInt.empty() : OptionalInt.of(missing));
    }

    private static Instant anyMoment(Random random) {
        return at(LocalDateTime.of(2025, 12, 20, 0, 0))
                .plusSeconds(random.nextLong(Duration.ofDays(400).toSeconds()));
    }

    private static Instant at(LocalDateTime local) {
        return local.atZone(WorkingTime.ZONE).toInstant();
    }
}
