package feiyan.platform.database;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts the PostgreSQL of our own again where it died under a living server: killed for want of memory, by somebody's
 * hand, or because its disk was full. It tries until it is there or the server ends; the pool finds it at the same
 * port.
 */
final class PostgresWatch {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresWatch.class);
    private static final Duration LOOKS_EVERY = Duration.ofMillis(200);
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(1);

    /** Starts it once, on the port that it had. */
    interface Attempt {
        Programs.Result start() throws IOException, InterruptedException;
    }

    private final Postmaster postmaster;
    private final Attempt attempt;
    private final Thread thread;
    private boolean ended;
    private @Nullable String trouble;

    private PostgresWatch(Postmaster postmaster, Attempt attempt) {
        this.postmaster = postmaster;
        this.attempt = attempt;
        this.thread = new Thread(this::look, "database-watch");
        thread.setDaemon(true);
    }

    static PostgresWatch over(DataFolder data, Attempt attempt) {
        var watch = new PostgresWatch(new Postmaster(data), attempt);
        watch.thread.start();
        return watch;
    }

    /** Whoever stops the database says so first; an attempt under way is waited for. */
    synchronized void end() {
        ended = true;
        thread.interrupt();
    }

    private void look() {
        try {
            while (true) {
                Thread.sleep(bringBack() ? LOOKS_EVERY : BETWEEN_ATTEMPTS);
            }
        } catch (InterruptedException end) {
            LOG.debug("nobody looks after the database any more", end);
        }
    }

    private synchronized boolean bringBack() throws InterruptedException {
        if (ended) {
            throw new InterruptedException();
        }
        try {
            return postmaster.isThere() || comesBack();
        } catch (IOException failure) {
            isStillAway(failure.toString());
            return false;
        }
    }

    private boolean comesBack() throws IOException, InterruptedException {
        if (trouble == null) {
            LOG.error("The database died; it is started again");
        }
        var result = attempt.start();
        if (result.failed()) {
            isStillAway(result.lastLine());
        } else {
            LOG.warn("The database is back");
            trouble = null;
        }
        return !result.failed();
    }

    /** Once for each reason, however often it is tried: a full disk need not be filled by its log. */
    private void isStillAway(String reason) {
        if (!reason.equals(trouble)) {
            LOG.error("The database cannot be started again yet: {}", reason);
        }
        trouble = reason;
    }
}
