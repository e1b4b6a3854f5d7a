package feiyan.bench.loop;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What came out: a table for people, a line for programs. */
record Report(
        Map<String, Tally> tallies,
        Map<String, Trips.Count> trips,
        int counted,
        SortedMap<String, String> durable,
        String setting) {

    void print(PrintStream out) {
        out.printf(
                "%-9s %8s %10s %10s %10s %10s %10s%n",
                "lane", "loops/s", "CPU ms", "db CPU ms", "statements", "trips", "WAL bytes");
        tallies.forEach((name, tally) -> out.printf(
                Locale.ROOT,
                "%-9s %8.1f %10.2f %10.2f %10.1f %10.1f %10.0f%n",
                name,
                tally.loopsPerSecond(),
                tally.serverMillis(),
                tally.databaseMillis(),
                statements(name),
                trips(name),
                tally.walBytes()));
        out.printf("%-9s %s%n", "p50/p99", steps().map(Step::written).collect(Collectors.joining(" · ", "", ", ms")));
        tallies.forEach((name, tally) -> out.printf(
                "%-9s %s%n",
                name,
                steps().map(step -> millis("%.1f/%.1f", tally.p50(step), tally.p99(step)))
                        .collect(Collectors.joining(" · "))));
        out.printf(
                "%-9s %s%n",
                "durable",
                durable.entrySet().stream()
                        .map(each -> each.getKey() + " = " + each.getValue())
                        .collect(Collectors.joining(", ")));
        out.println(json());
    }

    private static Stream<Step> steps() {
        return Arrays.stream(Step.values());
    }

    private static String millis(String format, double p50, double p99) {
        return String.format(Locale.ROOT, format, p50, p99);
    }

    private double statements(String lane) {
        return (double) count(lane).statements() / counted;
    }

    private double trips(String lane) {
        return (double) count(lane).trips() / counted;
    }

    private Trips.Count count(String lane) {
        return trips.getOrDefault(lane, new Trips.Count(0, 0));
    }

    private String json() {
        var lanes = tallies.entrySet().stream()
                .map(lane -> lane(lane.getKey(), lane.getValue()))
                .collect(Collectors.joining(","));
        return String.format(
                Locale.ROOT,
                "{%s,\"durable\":{%s},\"lanes\":{%s},\"door_to_floor\":%s,\"api_to_floor\":%s,\"http_to_floor\":%s,"
                        + "\"door_to_flowable\":%s,\"wal_to_floor\":%s}",
                setting,
                durable.entrySet().stream()
                        .map(each -> "\"%s\":\"%s\"".formatted(each.getKey(), each.getValue()))
                        .collect(Collectors.joining(",")),
                lanes,
                ratio("door", "floor"),
                ratio("api", "floor"),
                ratio("http", "floor"),
                ratio("door", "flowable"),
                ratio(wal("door"), wal("floor")));
    }

    private String lane(String name, Tally tally) {
        return String.format(
                Locale.ROOT,
                "\"%s\":{\"loops\":%d,\"loops_per_second\":%.1f,\"server_cpu_ms\":%.3f,\"database_cpu_ms\":%.3f,"
                        + "\"statements\":%.1f,\"round_trips\":%.1f,\"wal_bytes\":%.0f,\"p50_ms\":%s,\"p99_ms\":%s}",
                name,
                tally.loops(),
                tally.loopsPerSecond(),
                tally.serverMillis(),
                tally.databaseMillis(),
                statements(name),
                trips(name),
                tally.walBytes(),
                perStep(tally::p50),
                perStep(tally::p99));
    }

    private static String perStep(ToDoubleFunction<Step> millis) {
        return steps().map(step -> "\"%s\":%s".formatted(step.written(), rounded(millis.applyAsDouble(step))))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String rounded(double millis) {
        return String.format(Locale.ROOT, "%.2f", millis);
    }

    private String ratio(String lane, String other) {
        return ratio(speed(lane), speed(other));
    }

    /** Nothing where one of both did not run. */
    private static String ratio(double one, double other) {
        return one > 0 && other > 0 ? String.format(Locale.ROOT, "%.3f", one / other) : "null";
    }

    private double speed(String lane) {
        return tallies.getOrDefault(lane, new Tally()).loopsPerSecond();
    }

    private double wal(String lane) {
        return tallies.getOrDefault(lane, new Tally()).walBytes();
    }
}
