package feiyan.orders.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** The days one can order for: a fortnight, today included while there is still some of it left. */
final class Days {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final int FORTNIGHT = 14;
    /** Later than this nobody can still come today. */
    private static final int LAST_HOUR = 16;

    private Days() {}

    static List<LocalDate> from(Instant now) {
        var here = now.atZone(CHINA);
        var first = here.getHour() < LAST_HOUR
                ? here.toLocalDate()
                : here.toLocalDate().plusDays(1);
        return first.datesUntil(first.plusDays(FORTNIGHT)).toList();
    }
}
