package feiyan.dispatch.engine;

import java.time.Duration;

/** How long a search may take, on the machine's own stopwatch: nobody moves that one. */
final class Budget {

    private final long began = System.nanoTime();
    private final long nanos;

    Budget(Duration most) {
        nanos = most.toNanos();
    }

    /** The share that is gone, 1 and more when it is over. */
    double spent() {
        return nanos == 0 ? 1 : (double) (System.nanoTime() - began) / nanos;
    }
}
