package feiyan.orders;

import java.time.Duration;
import java.time.Instant;

/** A stretch of time, the end excluded: a window that suits, or the time agreed. */
public record Slot(Instant from, Instant to) {

    public Slot {
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
