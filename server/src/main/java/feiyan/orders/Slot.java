package feiyan.orders;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A stretch of time, the end excluded: a window that suits, or the time agreed. To the microsecond, as the database
 * keeps it, so that what was written equals what is read.
 */
public record Slot(Instant from, Instant to) {

    public Slot {
        from = from.truncatedTo(ChronoUnit.MICROS);
        to = to.truncatedTo(ChronoUnit.MICROS);
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("a slot ends after it begins");
        }
    }

    public boolean contains(Slot other) {
        return !other.from.isBefore(from) && !other.to.isAfter(to);
    }

    public Duration length() {
        return Duration.between(from, to);
    }
}
