package feiyan.volunteers;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;

/**
 * The hours of a week in which somebody is free, Monday 0:00 first.
 *
 * @param bits 168 characters, {@code 1} for a free hour: as the column {@code bit(168)} has it
 */
public record WeekHours(String bits) {

    public static final int HOURS = 168;

    private static final Pattern FORM = Pattern.compile("[01]{168}");

    public static final WeekHours NONE = new WeekHours("0".repeat(HOURS));

    public WeekHours {
        if (!FORM.matcher(bits).matches()) {
            throw new IllegalArgumentException("a week has 168 hours, each free or not");
        }
    }

    public boolean free(DayOfWeek day, int hour) {
        return bits.charAt(index(day, hour)) == '1';
    }

    /** These hours and the named ones: {@code NONE.with(SATURDAY, 9, 12)} is free from nine to twelve. */
    public WeekHours with(DayOfWeek day, int fromHour, int toHour) {
        var changed = new StringBuilder(bits);
        for (int hour = fromHour; hour < toHour; hour++) {
            changed.setCharAt(index(day, hour), '1');
        }
        return new WeekHours(changed.toString());
    }

    /** The hours that a time touches. */
    public static WeekHours touched(LocalDateTime from, LocalDateTime to) {
        var hours = NONE;
        for (var hour = from.truncatedTo(ChronoUnit.HOURS); hour.isBefore(to); hour = hour.plusHours(1)) {
            hours = hours.with(hour.getDayOfWeek(), hour.getHour(), hour.getHour() + 1);
        }
        return hours;
    }

    public WeekHours and(WeekHours others) {
        return merged(others, (one, other) -> one && other);
    }

    public WeekHours or(WeekHours others) {
        return merged(others, (one, other) -> one || other);
    }

    public WeekHours without(WeekHours others) {
        return merged(others, (one, other) -> one && !other);
    }

    private WeekHours merged(WeekHours others, BiPredicate<Boolean, Boolean> both) {
        var merged = new StringBuilder(HOURS);
        for (int hour = 0; hour < HOURS; hour++) {
            merged.append(both.test(bits.charAt(hour) == '1', others.bits.charAt(hour) == '1') ? '1' : '0');
        }
        return new WeekHours(merged.toString());
    }

    /** Free in each hour that the time touches, past the end of a week too. */
    public boolean covers(LocalDateTime from, LocalDateTime to) {
        for (var hour = from.truncatedTo(ChronoUnit.HOURS); hour.isBefore(to); hour = hour.plusHours(1)) {
            if (!free(hour.getDayOfWeek(), hour.getHour())) {
                return false;
            }
        }
        return true;
    }

    public int count() {
        return (int) bits.chars().filter(bit -> bit == '1').count();
    }

    private static int index(DayOfWeek day, int hour) {
        if (hour < 0 || hour > 23) {
            throw new IllegalArgumentException("no hour of a day: " + hour);
        }
        return (day.getValue() - 1) * 24 + hour;
    }
}
