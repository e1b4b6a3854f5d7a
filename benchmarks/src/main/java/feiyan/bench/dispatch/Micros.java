package feiyan.bench.dispatch;

import java.util.Arrays;
import java.util.Locale;

/** Times of single calls, as median and 99th of a hundred. */
record Micros(double median, double ninetyNinth) {

    static Micros of(long[] nanos) {
        var sorted = nanos.clone();
        Arrays.sort(sorted);
        return new Micros(
                sorted[sorted.length / 2] / 1e3, sorted[Math.min(sorted.length - 1, sorted.length * 99 / 100)] / 1e3);
    }

    String line(String name) {
        return String.format(Locale.ROOT, "%-56s %10.0f %10.0f", name, median, ninetyNinth);
    }
}
