package feiyan.bench.start;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Starts of one kind, with the cache and without in turn; what counts of each is the middle one. */
final class Starts {

    private final List<Start> starts = new ArrayList<>();

    void add(Start start) {
        starts.add(start);
    }

    String json(String kind) {
        return String.join(
                ",",
                of(kind + "_plain", false),
                of(kind + "_quick", true),
                field(kind + "_cpu_ratio", serverSeconds(true) / serverSeconds(false)));
    }

    private String of(String kind, boolean quick) {
        return String.join(
                ",",
                field(kind + "_wall_s", middle(quick, Start::wallSeconds)),
                field(kind + "_server_cpu_s", serverSeconds(quick)),
                field(
                        kind + "_database_cpu_s",
                        middle(quick, start -> start.footprint().databaseSeconds())));
    }

    private double serverSeconds(boolean quick) {
        return middle(quick, start -> start.footprint().serverSeconds());
    }

    private static String field(String name, double value) {
        // JSON has no word for what could not be measured but null.
        return "\"" + name + "\":" + (Double.isFinite(value) ? String.format(Locale.ROOT, "%.2f", value) : "null");
    }

    double middle(boolean quick, ToDoubleFunction<Start> figure) {
        var sorted = starts.stream()
                .filter(start -> start.quick() == quick)
                .mapToDouble(figure)
                .sorted()
                .toArray();
        int half = sorted.length / 2;
        return sorted.length == 0
                ? Double.NaN
                : sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
