package feiyan.demo;

import feiyan.platform.AppClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/** The days gone by, lived through in order: whatever happens may plan what happens after it. */
final class Days {

    private final AppClock clock;
    private final PriorityQueue<Happening> ahead =
            new PriorityQueue<>(Comparator.comparing(Happening::at).thenComparingLong(Happening::number));
    private long planned;

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
            clock.at(next.at(), next.what());
            passed.accept(next.at());
        }
    }
}
