package feiyan.bench.dispatch;

import feiyan.bench.WrongUse;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** {@code ./bench generate DIR …}: a week of an invented county. */
public final class GenerateBench {

    public static final String USAGE =
            "./bench generate DIR [--orders N] [--volunteers N] [--seed N] [--surge] [--tight]";

    private static final int TIGHT = 20_000;
    private static final int USUAL = 60_000;

    private GenerateBench() {}

    public static void run(List<String> given, PrintStream out) {
        var words = Words.of(given, Set.of("--orders", "--volunteers", "--seed"), Set.of("--surge", "--tight"), USAGE);
        var folder = Path.of(words.only(USAGE));
        int orders = (int) words.number("--orders", 2_000, 1, 1_000_000);
        int volunteers = (int) words.number("--volunteers", words.has("--tight") ? TIGHT : USUAL, 1, 5_000_000);
        long seed = words.number("--seed", 1, 0, Long.MAX_VALUE);
        try {
            InstanceFiles.write(new Generator(orders, volunteers, words.has("--surge"), seed).week(), folder);
        } catch (IOException unwritable) {
            throw new WrongUse(folder + ": cannot be written");
        }
        out.printf("%d orders and %d volunteers in %s%n", orders, volunteers, folder);
    }
}
