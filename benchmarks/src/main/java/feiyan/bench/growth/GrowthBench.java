package feiyan.bench.growth;

import feiyan.bench.WrongUse;
import feiyan.bench.county.CountySize;
import feiyan.bench.county.Progress;
import feiyan.bench.dispatch.Words;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.springframework.util.FileSystemUtils;

/**
 * {@code ./bench growth}: one county whose past grows; its present stays the same. Beside each past the product is
 * started, and all of them are looked at in turn by the same eyes.
 */
public final class GrowthBench {

    public static final String USAGE =
            "./bench growth [--orders 10000,100000,1000000] [--five-million] [--volunteers N, 60000] [--looks N, 48]";

    private static final int FIVE_MILLION = 5_000_000;

    private final List<Integer> pasts;
    private final CountySize size;
    private final int looks;
    private final PrintStream out;

    private GrowthBench(List<Integer> pasts, int volunteers, int looks, PrintStream out) {
        this.pasts = pasts;
        this.looks = looks;
        this.out = out;
        var full = CountySize.full();
        this.size = new CountySize(
                        volunteers, Math.min(full.residents(), volunteers), full.teams(), 0, full.aYear(), full.seed())
                .withPast(pasts.getLast());
    }

    public static void run(List<String> given, PrintStream out) {
        var words = Words.of(given, Set.of("--orders", "--volunteers", "--looks"), Set.of("--five-million"), USAGE);
        var pasts = new ArrayList<>(pasts(words.flags().getOrDefault("--orders", "10000,100000,1000000")));
        if (words.has("--five-million")) {
            pasts.add(FIVE_MILLION);
        }
        int volunteers = (int) words.number("--volunteers", CountySize.full().volunteers(), 2_000, 1_000_000);
        int looks = (int) words.number("--looks", 48, 3, 10_000);
        new GrowthBench(pasts, volunteers, looks, out).measure();
    }

    private static List<Integer> pasts(String list) {
        try {
            var pasts = Arrays.stream(list.split(",")).map(Integer::valueOf).toList();
            if (pasts.stream().allMatch(each -> each >= 1_000)
                    && pasts.equals(pasts.stream().sorted().distinct().toList())) {
                return pasts;
            }
        } catch (NumberFormatException none) {
            // said below
        }
        throw new WrongUse("--orders: numbers from 1000 on, each greater than the one before: usage: " + USAGE);
    }

    private void measure() {
        var folder = temporary();
        try {
            new Growth(size, pasts, folder, looks, Progress.on(System.err))
                    .run()
                    .print(out);
        } finally {
            remove(folder);
        }
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("feiyan-growth");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void remove(Path folder) {
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
