package feiyan.orders.web;

import feiyan.orders.Slot;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/** When it suits, as somebody says it at a counter: the clerk presses a key instead of filling in dates. */
enum WindowPreset {
    TODAY(0, 0),
    TOMORROW(1, 1),
    THREE_DAYS(1, 3),
    WEEK(1, 7),
    TWO_WEEKS(1, 14);

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final LocalTime MORNING = LocalTime.of(8, 0);
    private static final LocalTime EVENING = LocalTime.of(18, 0);
    /** Who cannot wait until tomorrow may still be helped until people go to bed. */
    private static final LocalTime NIGHT = LocalTime.of(21, 0);

    private final int first;
    private final int last;

    WindowPreset(int first, int last) {
        this.first = first;
        this.last = last;
    }

    /** Empty where there is nothing left of today. */
    Optional<Slot> from(Instant now) {
        var here = now.atZone(CHINA);
        var from = first == 0 ? here : at(here.toLocalDate().plusDays(first), MORNING);
        var end = first == 0 && !here.toLocalTime().isBefore(EVENING.minusHours(1)) ? NIGHT : EVENING;
        var to = at(here.toLocalDate().plusDays(last), end);
        return from.isBefore(to) ? Optional.of(new Slot(from.toInstant(), to.toInstant())) : Optional.empty();
    }

    private static ZonedDateTime at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(CHINA);
    }
}
