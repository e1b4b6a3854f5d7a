package feiyan.bench.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the system keeps of files in memory: a machine that was just switched on has none. Root may empty it. */
final class PageCache {

    private static final Path DROP = Path.of("/proc/sys/vm/drop_caches");

    private boolean allowed;

    PageCache(boolean asked) {
        this.allowed = asked && Files.isWritable(DROP);
    }

    void drop() {
        if (!allowed) {
            return;
        }
        try {
            // What was not written yet would stay.
            new ProcessBuilder("sync").start().onExit().join();
            Files.writeString(DROP, "3");
        } catch (IOException forbidden) {
            allowed = false;
        }
    }

    String json() {
        return "\"page_cache_dropped\":" + allowed;
    }
}
