package feiyan.web.api;

import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * How many machines write at once. A write holds a connection to the database from its key to its answer, a photo that
 * is drawn and a key that another request has in hand among them: without a bound one token could take all there are.
 * Whoever comes too many waits here, without a connection, and after some seconds is told to come again.
 */
final class WritesAtOnce {

    /** Tokens that fall together share a lane; so many lanes cost nothing. */
    private static final int LANES = 256;

    private static final int OF_TOKEN = 4;

    private final Semaphore all;
    private final Semaphore[] lanes = IntStream.range(0, LANES)
            .mapToObj(lane -> new Semaphore(OF_TOKEN, true))
            .toArray(Semaphore[]::new);
    private final long patienceMillis;

    /** @param most in all; well below the connections there are, so that pages always find one */
    WritesAtOnce(int most, long patienceMillis) {
        this.all = new Semaphore(most, true);
        this.patienceMillis = patienceMillis;
    }

    /** @throws ApiStop 429 where no turn came in time */
    <T> T inTurn(UUID token, Supplier<T> write) {
        return inTurn(lanes[Math.floorMod(token.hashCode(), LANES)], () -> inTurn(all, write));
    }

    private <T> T inTurn(Semaphore lane, Supplier<T> write) {
        if (!comes(lane)) {
            throw new ApiStop(429, "too_many");
        }
        try {
            return write.get();
        } finally {
            lane.release();
        }
    }

    private boolean comes(Semaphore lane) {
        try {
            return lane.tryAcquire(patienceMillis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
