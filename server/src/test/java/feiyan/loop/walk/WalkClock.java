package feiyan.loop.walk;

import feiyan.platform.AppClock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/** One clock for all threads: it goes on with each look, never back, and now and then it leaps. */
final class WalkClock extends AppClock {

    /** A Monday, half past eight in China. */
    private static final Instant BEGINNING = Instant.parse("2026-06-15T00:30:00Z");

    private final AtomicLong micros = new AtomicLong();
    private final ReadWriteLock still = new ReentrantReadWriteLock();

    @Override
    public Instant instant() {
        return BEGINNING.plus(micros.incrementAndGet(), ChronoUnit.MICROS);
    }

    /** Days pass between what people do, never while somebody presses a button. */
    void leap(Duration by) {
        still.writeLock().lock();
        try {
            micros.addAndGet(by.toNanos() / 1_000);
        } finally {
            still.writeLock().unlock();
        }
    }

    /** Does it while the clock only ticks. */
    <T> T ticking(Supplier<T> deed) {
        still.readLock().lock();
        try {
            return deed.get();
        } finally {
            still.readLock().unlock();
        }
    }

    Duration lived() {
        return Duration.of(micros.get(), ChronoUnit.MICROS);
    }
}
