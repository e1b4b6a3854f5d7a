package feiyan.orders.web;

import feiyan.orders.Slot;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;

/** When in the day it suits, as people say it. */
enum DayPart {
    MORNING(8, 12),
    AFTERNOON(13, 18),
    ANY(8, 18);

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final int from;
    private final int to;

    DayPart(int from, int to) {
        this.from = from;
        this.to = to;
    }

    static Optional<DayPart> of(String typed) {
        return Arrays.stream(values()).filter(part -> part.name().equals(typed)).findFirst();
    }

    Slot on(LocalDate day) {
        return on(day, day);
    }

    /** From this part of the first day to this part of the last. */
    Slot on(LocalDate first, LocalDate last) {
        return new Slot(
                first.atTime(LocalTime.of(from, 0)).atZone(CHINA).toInstant(),
                last.atTime(LocalTime.of(to, 0)).atZone(CHINA).toInstant());
    }
}
