package feiyan.bench.loop;

import feiyan.calendar.WorkingTime;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/** The morning on which all needs of a run are placed. */
final class Mornings {

    private static final int NINE = 9;

    private Mornings() {}

    /** Nine o'clock of the next Monday: people are awake, offices open, and a whole week is before them. */
    static Instant next() {
        var today = LocalDate.ofInstant(InstantSource.system().instant(), WorkingTime.ZONE);
        return today.with(TemporalAdjusters.next(DayOfWeek.MONDAY))
                .atTime(NINE, 0)
                .atZone(WorkingTime.ZONE)
                .toInstant();
    }
}
