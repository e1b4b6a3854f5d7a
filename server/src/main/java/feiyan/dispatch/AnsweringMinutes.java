package feiyan.dispatch;

import feiyan.calendar.WorkingTime;
import java.time.Duration;
import java.time.Instant;

/** Counts the minutes in which somebody may answer: those in which people are awake, or all where it cannot wait. */
record AnsweringMinutes(WorkingTime time, boolean urgent) {

    private static final double SECONDS = 60;

    double between(Instant from, Instant to) {
        var counted = urgent ? Duration.between(from, to) : time.wakingBetween(from, to);
        return counted.toSeconds() / SECONDS;
    }

    Instant after(Instant from, Duration counted) {
        return urgent ? from.plus(counted) : time.plusWaking(from, counted);
    }
}
