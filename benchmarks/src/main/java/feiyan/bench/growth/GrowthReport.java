package feiyan.bench.growth;

import java.io.PrintStream;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** One table, and one line for machines. */
final class GrowthReport {

    /** So much slower may the longest past make anything. */
    private static final double BAR = 1.3;

    private final List<Measured> all;
    private final List<UnreadIndex> unread;
    private final List<String> names;

    /** @param unread since the longest past was there */
    GrowthReport(List<Measured> all, List<UnreadIndex> unread) {
        this.all = List.copyOf(all);
        this.unread = List.copyOf(unread);
        this.names = List.copyOf(all.getFirst().names());
    }

    void print(PrintStream out) {
        out.print("%-24s".formatted("median ms beside"));
        all.forEach(each -> out.printf(Locale.ROOT, "%,12d", each.orders));
        out.printf("%12s%n", "last/first");
        for (var name : names) {
            out.printf("%-24s", name);
            all.forEach(each -> out.printf(Locale.ROOT, "%12.1f", each.median(name)));
            out.printf(Locale.ROOT, "%12.2f%s%n", ratio(name), ratio(name) > BAR ? "  !" : "");
        }
        bytes(out, "bytes an order, tables", each -> (double) each.volume.tables() / each.orders);
        bytes(out, "bytes an order, indexes", each -> (double) each.volume.indexes() / each.orders);
        unread(out);
        out.println(json());
    }

    private void unread(PrintStream out) {
        out.println("indexes that neither loop, pages nor jobs have read, bytes an order, and what else they hold");
        unread.forEach(each -> out.printf(
                "%-24s%12d  %s%s%n",
                each.table(),
                each.bytes() / all.getLast().orders,
                each.name(),
                each.holds().isEmpty() ? "" : " (" + each.holds() + ")"));
    }

    private interface Figure {
        double of(Measured measured);
    }

    private void bytes(PrintStream out, String what, Figure figure) {
        out.printf("%-24s", what);
        all.forEach(each -> out.printf(Locale.ROOT, "%12.0f", figure.of(each)));
        out.println();
    }

    private double ratio(String name) {
        return all.getLast().median(name) / all.getFirst().median(name);
    }

    private String json() {
        var worst = names.stream().max(Comparator.comparingDouble(this::ratio)).orElseThrow();
        return String.format(
                Locale.ROOT,
                "{\"orders\":[%s],%s,\"table_bytes_per_order\":%s,\"index_bytes_per_order\":%s,\"worst\":\"%s\","
                        + "\"worst_ratio\":%.2f,\"within_1_3\":%b,\"unread_indexes\":[%s]}",
                joined(each -> each.orders, "%.0f"),
                names.stream()
                        .map(name -> "\"" + name + "\":[" + joined(each -> each.median(name), "%.2f") + "]")
                        .collect(Collectors.joining(",")),
                "[" + joined(each -> (double) each.volume.tables() / each.orders, "%.0f") + "]",
                "[" + joined(each -> (double) each.volume.indexes() / each.orders, "%.0f") + "]",
                worst,
                ratio(worst),
                ratio(worst) <= BAR,
                unread.stream().map(each -> each.json(all.getLast().orders)).collect(Collectors.joining(",")));
    }

    private String joined(Figure figure, String format) {
        return all.stream()
                .map(each -> String.format(Locale.ROOT, format, figure.of(each)))
                .collect(Collectors.joining(","));
    }
}
