package feiyan.orders.web;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The days one can order for: a fortnight, today included while there is still some of it left; one by one, or any day
 * of a week.
 *
 * @param name as the page says it: DAY, THIS_WEEK, NEXT_WEEK or FORTNIGHT
 */
record Days(String name, LocalDate first, LocalDate last) {

    private static final String DAY = "DAY";
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final int FORTNIGHT = 14;
    /** Later than this nobody can still come today. */
    private static final int LAST_HOUR = 16;

    /** What can be chosen now; the longer stretches stand first. */
    static List<Days> from(Instant now) {
        var here = now.atZone(CHINA);
        var first = here.getHour() < LAST_HOUR
                ? here.toLocalDate()
                : here.toLocalDate().plusDays(1);
        var days = new ArrayList<Days>();
        var sunday = first.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
        if (first.isBefore(sunday)) {
            days.add(new Days("THIS_WEEK", first, sunday));
        }
        days.add(new Days("NEXT_WEEK", sunday.plusDays(1), sunday.plusDays(7)));
        days.add(new Days("FORTNIGHT", first, first.plusDays(FORTNIGHT - 1)));
        first.datesUntil(first.plusDays(FORTNIGHT)).forEach(day -> days.add(new Days(DAY, day, day)));
        return days;
    }

    /**
     * Reads {@link #value()}; whatever was chosen, in dates: "this week" of a draft means the week when it was said.
     */
    static Optional<Days> read(String value) {
        try {
            var ends = value.split("/", 2);
            var days = new Days(DAY, LocalDate.parse(ends[0]), LocalDate.parse(ends[ends.length - 1]));
            return days.isStretch() ? Optional.of(days) : Optional.empty();
        } catch (DateTimeParseException malformed) {
            return Optional.empty();
        }
    }

    private boolean isStretch() {
        return !last.isBefore(first) && last.isBefore(first.plusDays(FORTNIGHT));
    }

    public String value() {
        return isOne() ? first.toString() : first + "/" + last;
    }

    public boolean isOne() {
        return first.equals(last);
    }
}
