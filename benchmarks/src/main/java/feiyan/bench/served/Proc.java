package feiyan.bench.served;

import feiyan.bench.WrongUse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What Linux keeps of a process under /proc.
 *
 * @param cpuMillis of its own
 * @param endedMillis of those of its children that have ended
 * @param residentKb all of its pages that are in memory
 * @param shareKb the same, what several share counted in parts: only this can be added up
 */
public record Proc(long cpuMillis, long endedMillis, long residentKb, long shareKb) {

    public static final Proc NONE = new Proc(0, 0, 0, 0);

    /** Of a second: fixed for whoever reads /proc, whatever the kernel counts in. */
    private static final int TICKS = 100;
    /** Counted behind the name, which may hold spaces. */
    private static final int OWN = 11;

    private static final int ENDED = 13;

    /** Nothing where it has ended meanwhile. */
    static Proc of(long pid) {
        var folder = Path.of("/proc/" + pid);
        try {
            var memory = Files.readAllLines(folder.resolve("smaps_rollup"));
            var stat = Files.readString(folder.resolve("stat"));
            return new Proc(millis(stat, OWN), millis(stat, ENDED), kb(memory, "Rss:"), kb(memory, "Pss:"));
        } catch (IOException ended) {
            if (!Files.exists(Path.of("/proc/self/smaps_rollup"))) {
                throw new WrongUse("This bench reads /proc/…/smaps_rollup, which only Linux has");
            }
            return NONE;
        }
    }

    static boolean maps(long pid, String ending) throws IOException {
        try (var lines = Files.lines(Path.of("/proc/" + pid + "/maps"))) {
            return lines.anyMatch(line -> line.endsWith(ending));
        }
    }

    /** User's and system's time stand side by side. */
    private static long millis(String stat, int field) {
        var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return (Long.parseLong(fields[field]) + Long.parseLong(fields[field + 1])) * 1_000 / TICKS;
    }

    private static long kb(List<String> memory, String name) {
        return memory.stream()
                .filter(line -> line.startsWith(name))
                .map(line -> line.replaceAll("\\D", ""))
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElse(0);
    }

    public Proc plus(Proc other) {
        return new Proc(
                cpuMillis + other.cpuMillis,
                endedMillis + other.endedMillis,
                residentKb + other.residentKb,
                shareKb + other.shareKb);
    }
}
