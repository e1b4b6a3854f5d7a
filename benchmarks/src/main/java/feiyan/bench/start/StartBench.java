package feiyan.bench.start;

import feiyan.bench.dispatch.Words;
import feiyan.bench.served.Footprint;
import feiyan.bench.served.Served;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.springframework.util.FileSystemUtils;

/** {@code ./bench start}: from {@code ./run} to the first page, and the memory of what then runs. */
public final class StartBench {

    public static final String USAGE = "./bench start [--repeats N, 5] [--first N on an empty folder, 1]"
            + " [--volunteers N, 60000] [--seconds N of the loop, 60] [--clients C, 8] [--drop-caches]";

    private static final String PLAIN = "--plain-start";
    /** So that what a start leaves to be done is done. */
    private static final int SETTLING_SECONDS = 15;

    private final Words words;
    private final Path folder;
    private final PrintStream out;
    private final PageCache cache;

    private StartBench(Words words, Path folder, PrintStream out) {
        this.words = words;
        this.folder = folder;
        this.out = out;
        this.cache = new PageCache(words.has("--drop-caches"));
    }

    public static void run(List<String> given, PrintStream out) {
        var flags = Set.of("--repeats", "--first", "--volunteers", "--seconds", "--clients");
        var words = Words.of(given, flags, Set.of("--drop-caches"), USAGE);
        try {
            var folder = Files.createTempDirectory("feiyan-bench");
            try {
                new StartBench(words, folder, out).measure();
            } finally {
                FileSystemUtils.deleteRecursively(folder);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void measure() throws IOException, InterruptedException {
        prepare();
        var first = new Starts();
        var warm = new Starts();
        for (int turn = 0; turn < number("--first", 1); turn++) {
            measured(first, "empty folder", folder.resolve("plain-" + turn), PLAIN);
            measured(first, "empty folder", folder.resolve("quick-" + turn));
        }
        for (int turn = 0; turn < number("--repeats", 5); turn++) {
            measured(warm, "made folder", folder.resolve("warm"), PLAIN);
            measured(warm, "made folder", folder.resolve("warm"));
        }
        var json = new ArrayList<>(List.of(first.json("first"), warm.json("warm"), cache.json()));
        json.add(idle());
        json.add(county());
        out.println("{" + String.join(",", json) + "}");
    }

    /** Neither building nor the rehearsal is part of a start, nor is what makes the warm folder. */
    private void prepare() throws IOException, InterruptedException {
        try (var served = Served.start(folder.resolve("warm"), List.of())) {
            out.printf("runs on the cache: %s%n", served.untilDemo().isQuick() ? "yes" : "no");
        }
        out.printf("%-14s %-6s %8s %12s %14s%n", "start", "cache", "wall s", "server CPU s", "database CPU s");
    }

    private void measured(Starts starts, String what, Path data, String... more)
            throws IOException, InterruptedException {
        cache.drop();
        long began = System.nanoTime();
        try (var served = Served.start(data, List.of(more)).untilDemo()) {
            var wall = (System.nanoTime() - began) / 1e9;
            var start = new Start(wall, served.footprint(), served.isQuick());
            starts.add(start);
            out.printf(
                    Locale.ROOT,
                    "%-14s %-6s %8.2f %12.2f %14.2f%n",
                    what,
                    start.quick() ? "yes" : "no",
                    wall,
                    start.footprint().serverSeconds(),
                    start.footprint().databaseSeconds());
        }
    }

    private String idle() throws IOException, InterruptedException {
        try (var served = Served.start(folder.resolve("warm"), List.of()).untilDemo()) {
            return settled("idle", served);
        }
    }

    private String county() throws IOException, InterruptedException {
        var county = new LoadedCounty(folder.resolve("county"), number("--volunteers", 60_000));
        var turns = county.load(number("--seconds", 60) * Turns.A_SECOND);
        try (var served = county.serve().untilFirstPage()) {
            var loaded = settled("loaded", served);
            var loop = new ApiLoop(served.address(), county.ahead());
            var played = loop.play(turns, number("--clients", 8), number("--seconds", 60));
            return String.join(",", loaded, memory("after_loop", served.footprint()), played.json());
        }
    }

    private String settled(String what, Served served) throws IOException, InterruptedException {
        TimeUnit.SECONDS.sleep(SETTLING_SECONDS);
        return memory(what, served.footprint());
    }

    private String memory(String what, Footprint footprint) {
        out.printf("%-14s server %d MB resident, database %d MB%n", what, footprint.serverMb(), footprint.databaseMb());
        return "\"%s_server_mb\":%d,\"%s_database_mb\":%d"
                .formatted(what, footprint.serverMb(), what, footprint.databaseMb());
    }

    private int number(String flag, int otherwise) {
        return (int) words.number(flag, otherwise, 1, 1_000_000);
    }
}
