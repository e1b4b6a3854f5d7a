package feiyan.bench.crash;

import feiyan.bench.Unsound;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/**
 * {@code ./bench crash …}: clients run the loop over the API while the server, its database or both are killed,
 * stopped, cut off or left without room; what was acknowledged is held against what is there.
 */
public final class CrashBench {

    public static final String USAGE = "./bench crash [--kills N, 50] [--clients C, 32] [--seed N]";

    private CrashBench() {}

    public static void run(List<String> words, PrintStream out) {
        var wish = Wish.of(words);
        out.printf("%d kills, %d clients, seed %d%n", wish.kills(), wish.clients(), wish.seed());
        try {
            var folder = Files.createTempDirectory("feiyan-crash");
            try (var run = new Run(wish, folder, out)) {
                report(run, run.toItsEnd(), out);
            } finally {
                remove(folder);
            }
        } catch (IOException | SQLException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static void report(Run run, Summary summary, PrintStream out) {
        run.surprises().forEach(out::println);
        summary.worst().says().forEach(out::println);
        out.println(summary.json());
        if (!summary.isSound()) {
            throw new Unsound("not everything that was acknowledged is there once");
        }
    }

    private static void remove(Path folder) throws IOException {
        FileSystemUtils.deleteRecursively(folder);
    }
}
