package feiyan.demo;

import feiyan.platform.AppClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The days gone by, lived through in order: whatever happens may plan what happens after it. */
final class Days {

    private static final Logger LOG = LoggerFactory.getLogger(Days.class);

    private final AppClock clock;
    private final PriorityQueue<Happening> ahead =
            new PriorityQueue<>(Comparator.comparing(Happening::at).thenComparingLong(Happening::number));
    private long planned;
    private Instant today = Instant.EPOCH;

    Days(AppClock clock) {
        this.clock = clock;
    }

    private record Happening(Instant at, long number, Runnable what) {}

    void plan(Instant at, Runnable what) {
        ahead.add(new Happening(at, planned++, what));
    }

    /** Again and again, from a moment on. */
    void repeat(Instant first, Duration every, Runnable what) {
        plan(first, () -> {
            what.run();
            repeat(first.plus(every), every, what);
        });
    }

    /** What was planned for later than {@code until} stays undone: that is how orders come to be in the middle. */
    void live(Instant until, Consumer<Instant> passed) {
        while (!ahead.isEmpty() && !ahead.element().at().isAfter(until)) {
            var next = ahead.remove();
            // Planned for a moment that has gone: time never goes back.
            today = next.at().isAfter(today) ? next.at() : today;
            clock.at(today, () -> happen(next));
            passed.accept(today);
        }
    }

    /** Each day has another history. Where a step is refused after all, that order stays as it is; the days go on. */
    private static void happen(Happening happening) {
        try {
            happening.what().run();
        } catch (IllegalStateException | NoSuchElementException refused) {
            LOG.info("A step of the demo was not taken", refused);
        }
    }
}
