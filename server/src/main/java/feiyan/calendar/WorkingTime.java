package feiyan.calendar;

import feiyan.platform.DaySpan;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/**
 * When a county works and when its people are awake: Monday to Friday, unless the calendar says otherwise for a day.
 * Pure: the same history, policy and calendar give the same deadline, whenever it is computed.
 *
 * @param hours the working hours of a working day, in order
 * @param waking the hours of any day in which somebody may be asked
 * @param exceptions days that differ from their weekday: true is worked, false is free
 */
public record WorkingTime(List<DaySpan> hours, DaySpan waking, Map<LocalDate, Boolean> exceptions) {

    /** All of China keeps one time, without summer time since 1991. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    public WorkingTime {
        if (hours.isEmpty()) {
            throw new IllegalArgumentException("without working hours no deadline would ever come");
        }
        hours = List.copyOf(hours);
        exceptions = Map.copyOf(exceptions);
    }

    public boolean isWorkingDay(LocalDate day) {
        var ordinary = day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
        return exceptions.getOrDefault(day, ordinary);
    }

    public boolean isWorking(Instant at) {
        var local = at.atZone(ZONE);
        return spansOf(local.toLocalDate()).stream().anyMatch(span -> span.contains(local.toLocalTime()));
    }

    /** The earliest moment by which so much working time has passed. */
    public Instant plus(Instant from, Duration workingTime) {
        return pass(from, workingTime, this::spansOf);
    }

    /**
     * A working day is as much working time as one day has. What comes in at ten is due at ten on the next working day;
     * what comes at night or on a holiday, at the end of the next working day.
     */
    public Instant plusWorkingDays(Instant from, int days) {
        return plus(from, lengthOfDay().multipliedBy(days));
    }

    /** The same for the hours in which people are awake, on every day of the week. */
    public Instant plusWaking(Instant from, Duration wakingTime) {
        return pass(from, wakingTime, day -> List.of(waking));
    }

    /** How much working time lies between two moments; none where the second is not later. */
    public Duration between(Instant from, Instant to) {
        return passed(from, to, this::spansOf);
    }

    /** How much time in which people are awake lies between two moments; none where the second is not later. */
    public Duration wakingBetween(Instant from, Instant to) {
        return passed(from, to, day -> List.of(waking));
    }

    private static Duration passed(Instant from, Instant to, SpansOfDay spans) {
        var passed = Duration.ZERO;
        var day = from.atZone(ZONE).toLocalDate();
        for (; day.atStartOfDay(ZONE).toInstant().isBefore(to); day = day.plusDays(1)) {
            for (var span : spans.of(day)) {
                var start = later(from, at(day, span.from()));
                var end = earlier(to, at(day, span.to()));
                passed = start.isBefore(end) ? passed.plus(Duration.between(start, end)) : passed;
            }
        }
        return passed;
    }

    private Duration lengthOfDay() {
        return hours.stream()
                .map(span -> Duration.between(span.from(), span.to()))
                .reduce(Duration.ZERO, Duration::plus);
    }

    private List<DaySpan> spansOf(LocalDate day) {
        return isWorkingDay(day) ? hours : List.of();
    }

    private static Instant pass(Instant from, Duration amount, SpansOfDay spans) {
        if (amount.isNegative()) {
            throw new IllegalArgumentException("back in time: " + amount);
        }
        var left = amount;
        var now = from;
        for (var day = from.atZone(ZONE).toLocalDate(); !left.isZero(); day = day.plusDays(1)) {
            for (var span : spans.of(day)) {
                var start = later(now, at(day, span.from()));
                var end = at(day, span.to());
                if (start.isBefore(end) && !left.isZero()) {
                    var used = shorter(left, Duration.between(start, end));
                    now = start.plus(used);
                    left = left.minus(used);
                }
            }
        }
        return now;
    }

    private static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(ZONE).toInstant();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    @FunctionalInterface
    private interface SpansOfDay {
        List<DaySpan> of(LocalDate day);
    }
}
