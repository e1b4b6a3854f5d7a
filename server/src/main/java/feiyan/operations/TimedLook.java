package feiyan.operations;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/**
 * A look at something that may hang, on a thread of its own: whoever asks gets an answer in time, and while one look
 * hangs no second one is begun. A look is good for a second, so that many who ask cost no more than one.
 */
final class TimedLook implements HealthIndicator {

    private static final Logger LOG = LoggerFactory.getLogger(TimedLook.class);

    /** Shorter than those who ask wait for an answer: HAProxy two seconds, Prometheus ten. */
    private static final Duration PATIENCE = Duration.ofMillis(1500);

    private static final Duration GOOD_FOR = Duration.ofSeconds(1);

    private final String what;
    private final @Nullable HealthIndicator before;
    private final Supplier<Health> look;
    private @Nullable FutureTask<Health> latest;
    private long begun;
    private boolean wasUp = true;

    TimedLook(String what, Supplier<Health> look) {
        this(what, null, look);
    }

    /** @param before without which there is nothing to look at: it is asked first, and answers for both */
    TimedLook(String what, @Nullable HealthIndicator before, Supplier<Health> look) {
        this.what = what;
        this.before = before;
        this.look = look;
    }

    @Override
    public Health health() {
        if (before != null && !isUp(before.health())) {
            return Health.unknown().build();
        }
        var health = answer(current());
        tellIfTurned(health);
        return health;
    }

    private static boolean isUp(@Nullable Health health) {
        return health != null && health.getStatus().equals(Status.UP);
    }

    private synchronized FutureTask<Health> current() {
        var known = latest;
        if (known == null || (known.isDone() && System.nanoTime() - begun > GOOD_FOR.toNanos())) {
            known = new FutureTask<>(look::get);
            latest = known;
            begun = System.nanoTime();
            Thread.ofVirtual().name("look-at-" + what).start(known);
        }
        return known;
    }

    /** Why it failed is for the log: what a driver says may name hosts and users. */
    private Health answer(FutureTask<Health> task) {
        try {
            return task.get(left(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException slow) {
            return down("no answer in time");
        } catch (ExecutionException failed) {
            LOG.debug("looking at {} failed", what, failed.getCause());
            return down("could not be looked at");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return down("interrupted");
        }
    }

    /** Of one that hangs already nobody waits all over again. */
    private synchronized long left() {
        return Math.max(0, PATIENCE.toNanos() - (System.nanoTime() - begun));
    }

    static Health down(String why) {
        return Health.down().withDetail("why", why).build();
    }

    /** Once each way, not at each question. */
    private synchronized void tellIfTurned(Health health) {
        var up = isUp(health);
        if (up != wasUp) {
            wasUp = up;
            LOG.warn("{} is {}: {}", what, health.getStatus(), health.getDetails());
        }
    }
}
