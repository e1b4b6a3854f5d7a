package feiyan.bench.loop;

/** What one lane did in all its rounds so far. */
final class Tally {

    private static final double NANOS = 1e9;
    private static final double MILLION = 1e6;

    private final Watch watch = new Watch();
    private long loops;
    private long nanos;
    private Usage used = Usage.NOTHING;

    void add(long moreLoops, long moreNanos, Watch more, Usage usage) {
        loops += moreLoops;
        nanos += moreNanos;
        watch.add(more);
        used = used.plus(usage);
    }

    long loops() {
        return loops;
    }

    double loopsPerSecond() {
        return nanos == 0 ? 0 : loops * NANOS / nanos;
    }

    double p50(Step step) {
        return watch.of(step).percentile(50);
    }

    double p99(Step step) {
        return watch.of(step).percentile(99);
    }

    double serverMillis() {
        return perLoop(used.serverNanos()) / MILLION;
    }

    double databaseMillis() {
        return perLoop(used.databaseNanos()) / MILLION;
    }

    double walBytes() {
        return perLoop(used.walBytes());
    }

    private double perLoop(long all) {
        return loops == 0 ? 0 : (double) all / loops;
    }
}
