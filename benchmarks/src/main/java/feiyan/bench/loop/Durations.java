package feiyan.bench.loop;

import java.util.Arrays;

/** Nanoseconds, as many as come. */
final class Durations {

    private static final double NANOS_OF_A_MILLISECOND = 1e6;

    private long[] nanos = new long[256];
    private int size;

    void add(long one) {
        if (size == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * size);
        }
        nanos[size++] = one;
    }

    void addAll(Durations others) {
        for (int i = 0; i < others.size; i++) {
            add(others.nanos[i]);
        }
    }

    /** In milliseconds; 0 where there are none. */
    double percentile(int percent) {
        if (size == 0) {
            return 0;
        }
        var sorted = Arrays.copyOf(nanos, size);
        Arrays.sort(sorted);
        return sorted[Math.min(size - 1, (int) ((long) size * percent / 100))] / NANOS_OF_A_MILLISECOND;
    }
}
