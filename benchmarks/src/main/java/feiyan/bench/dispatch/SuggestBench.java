package feiyan.bench.dispatch;

import feiyan.bench.WrongUse;
import feiyan.dispatch.engine.CandidateIndex;
import feiyan.dispatch.engine.Weights;
import feiyan.platform.database.SpareDatabase;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/** {@code ./bench suggest …}: how long the twenty best people for one order take to find. */
public final class SuggestBench {

    public static final String USAGE =
            "./bench suggest [--volunteers N, else 60000 and 2000000] [--seed N] [--no-postgres]";

    private static final int ORDERS = 2_000;
    private static final int TOP = 20;
    private static final int WARM_UPS = 3;
    /** Of so many answers to one question the fastest counts: what else the machine did is not what is measured. */
    static final int COUNTED = 3;

    private static final int ASKED_OF_POSTGRES = 300;

    private SuggestBench() {}

    public static void run(List<String> given, PrintStream out) {
        var words = Words.of(given, Set.of("--volunteers", "--seed"), Set.of("--no-postgres"), USAGE);
        long seed = words.number("--seed", 1, 0, Long.MAX_VALUE);
        var sizes = words.has("--volunteers")
                ? List.of((int) words.number("--volunteers", 0, 1, 5_000_000))
                : List.of(60_000, 2_000_000);
        out.printf("%-56s %10s %10s%n", "top 20 of one order, µs", "median", "p99");
        for (int size : sizes) {
            var instance = new Generator(ORDERS, size, false, seed).week();
            out.println(ours(instance).line("ours, %d people".formatted(size)));
            if (!words.has("--no-postgres")) {
                postgres(instance, size, out);
            }
        }
    }

    private static Micros ours(Instance instance) {
        var index = new CandidateIndex(instance.volunteers(), Weights.STANDARD);
        var nanos = new long[instance.orders().size()];
        for (int round = 0; round < WARM_UPS + COUNTED; round++) {
            for (int i = 0; i < nanos.length; i++) {
                long began = System.nanoTime();
                int found = index.cheapest(instance.orders().get(i), TOP).size();
                long took = System.nanoTime() - began;
                nanos[i] = round <= WARM_UPS ? took : Math.min(nanos[i], took);
                if (found > TOP) {
                    throw new IllegalStateException("more than were asked for");
                }
            }
        }
        return Micros.of(nanos);
    }

    private static void postgres(Instance instance, int size, PrintStream out) {
        try {
            var folder = Files.createTempDirectory("feiyan-bench");
            try (var database = SpareDatabase.in(folder);
                    var connection = database.connect()) {
                var suggestions = new PostgresSuggestions(connection);
                suggestions.load(instance.volunteers());
                var orders = instance.orders().subList(0, ASKED_OF_POSTGRES);
                suggestions.nearest(orders);
                out.println(suggestions.nearest(orders).line("PostgreSQL, %d people, nearest 20".formatted(size)));
                out.println(suggestions.cheapest(orders).line("PostgreSQL, %d people, cheapest 20".formatted(size)));
            }
        } catch (IOException | SQLException failed) {
            throw new WrongUse("PostgreSQL could not be measured: " + failed.getMessage());
        }
    }
}
