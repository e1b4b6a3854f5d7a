package feiyan.dispatch.engine;

import java.time.Duration;

/** How long a search may go on: by tries where they are counted out, else by the machine's own stopwatch. */
final class Budget {

    private static final long UNCOUNTED = Long.MAX_VALUE;

    private final long began = System.nanoTime();
    private final long nanos;
    private final long tries;

    Budget(Duration most, long tries) {
        this.nanos = Math.max(0, most.toNanos());
        this.tries = tries;
    }

    boolean isOver(long tried) {
        return tried >= tries || System.nanoTime() - began >= nanos;
    }

    /** The share that is gone. The clock has no say where tries are counted, or no two runs would be alike. */
    double spent(long tried) {
        double share = tries == UNCOUNTED ? (double) (System.nanoTime() - began) / nanos : (double) tried / tries;
        return Math.min(1, share);
    }
}
