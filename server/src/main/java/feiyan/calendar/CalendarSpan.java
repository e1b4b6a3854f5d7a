package feiyan.calendar;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Days in a row that differ from their weekday, as they are announced and shown: five days of Labour Day.
 *
 * @param working true for weekend days that are worked, false for a holiday
 * @param name what people call it, in the county's own words
 */
public record CalendarSpan(LocalDate from, LocalDate to, boolean working, String name) {

    public CalendarSpan {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException(to + " is before " + from);
        }
        name = name.strip();
    }

    long length() {
        return ChronoUnit.DAYS.between(from, to) + 1;
    }

    List<CalendarDay> days() {
        return from.datesUntil(to.plusDays(1))
                .map(day -> new CalendarDay(day, working, name))
                .toList();
    }

    /** Joins days in order. */
    static List<CalendarSpan> of(List<CalendarDay> days) {
        var spans = new ArrayList<CalendarSpan>();
        for (var day : days) {
            if (!spans.isEmpty() && spans.getLast().goesOnWith(day)) {
                var first = spans.removeLast();
                spans.add(new CalendarSpan(first.from, day.day(), day.working(), day.name()));
            } else {
                spans.add(new CalendarSpan(day.day(), day.day(), day.working(), day.name()));
            }
        }
        return List.copyOf(spans);
    }

    private boolean goesOnWith(CalendarDay next) {
        return next.day().equals(to.plusDays(1))
                && next.working() == working
                && next.name().equals(name);
    }
}
