package feiyan.bench.crash;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** What all clients were told, kept where no kill reaches it. */
final class Ledger {

    private static final int SHOWN = 10;

    private final Queue<Acknowledged> promises = new ConcurrentLinkedQueue<>();
    private final Queue<UUID> placed = new ConcurrentLinkedQueue<>();
    private final Queue<String> surprises = new ConcurrentLinkedQueue<>();
    private final AtomicInteger acknowledged = new AtomicInteger();
    private final AtomicInteger loops = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger otherAnswers = new AtomicInteger();
    private final AtomicInteger unknown = new AtomicInteger();
    private final AtomicInteger away = new AtomicInteger();
    private final AtomicInteger bugs = new AtomicInteger();
    private final AtomicInteger replayed = new AtomicInteger();
    private long lastAnswer = System.nanoTime();
    private long longestSilence;

    void keep(Acknowledged promise) {
        promises.add(promise);
    }

    void placed(UUID order) {
        placed.add(order);
    }

    /** A write was answered, for the first time or again. */
    void answered(boolean again) {
        acknowledged.incrementAndGet();
        if (again) {
            replayed.incrementAndGet();
        }
        synchronized (this) {
            long now = System.nanoTime();
            longestSilence = Math.max(longestSilence, now - lastAnswer);
            lastAnswer = now;
        }
    }

    /** The longest time without an answer to any write since this was asked last. */
    synchronized Duration longestSilence() {
        var silence = Duration.ofNanos(longestSilence);
        longestSilence = 0;
        return silence;
    }

    void looped() {
        loops.incrementAndGet();
    }

    void noAnswer() {
        unknown.incrementAndGet();
    }

    void toldToWait() {
        away.incrementAndGet();
    }

    void bug(String what) {
        bugs.incrementAndGet();
        surprise(what);
    }

    /** What nobody else wanted was not done. */
    void refused(String what) {
        refused.incrementAndGet();
        surprise(what);
    }

    /** The same request under the same key was answered otherwise than before. */
    void otherAnswer(String what) {
        otherAnswers.incrementAndGet();
        surprise(what);
    }

    private void surprise(String what) {
        if (surprises.size() < SHOWN) {
            surprises.add(what);
        }
    }

    List<Acknowledged> promises() {
        return List.copyOf(promises);
    }

    List<UUID> orders() {
        return List.copyOf(placed);
    }

    List<String> surprises() {
        return List.copyOf(surprises);
    }

    int acknowledged() {
        return acknowledged.get();
    }

    /**
     * For the last line.
     *
     * @param withoutAnswer requests whose outcome nobody knew
     * @param toldToWait answers that asked to come again
     */
    record Counts(
            int acknowledged,
            int loops,
            int withoutAnswer,
            int toldToWait,
            int replayed,
            int refused,
            int otherAnswers,
            int bugs) {}

    Counts counts() {
        return new Counts(
                acknowledged.get(),
                loops.get(),
                unknown.get(),
                away.get(),
                replayed.get(),
                refused.get(),
                otherAnswers.get(),
                bugs.get());
    }
}
