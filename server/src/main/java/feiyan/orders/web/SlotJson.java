package feiyan.orders.web;

import feiyan.orders.Slot;
import feiyan.web.Mistakes;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A stretch of time in JSON: a window that suits, or the time agreed. */
record SlotJson(Instant from, Instant to) {

    /** Further ahead nobody can say what suits. */
    private static final Duration FURTHEST = Duration.ofDays(366);

    static SlotJson of(Slot slot) {
        return new SlotJson(slot.from(), slot.to());
    }

    /** As the doors take it; empty where it is none, which is told beside the field. */
    Optional<Slot> read(String field, Instant now, Mistakes mistakes) {
        if (!from.isBefore(to) || to.isAfter(now.plus(FURTHEST)) || from.isBefore(now.minus(FURTHEST))) {
            mistakes.add(field, "mistake.slot");
            return Optional.empty();
        }
        if (!to.isAfter(now)) {
            mistakes.add(field, "orders.mistake.day_past");
            return Optional.empty();
        }
        return Optional.of(new Slot(from, to));
    }
}
