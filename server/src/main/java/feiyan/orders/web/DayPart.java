package feiyan.orders.web;

import feiyan.orders.Slot;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

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

    Slot on(LocalDate day) {
        return new Slot(
                day.atTime(LocalTime.of(from, 0)).atZone(CHINA).toInstant(),
                day.atTime(LocalTime.of(to, 0)).atZone(CHINA).toInstant());
    }
}
