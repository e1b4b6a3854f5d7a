package feiyan.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

/** What the figures hold for: the same program on another machine has others. */
final class Host {

    private static final Path PROCESSORS = Path.of("/proc/cpuinfo");
    private static final double GIGABYTE = 1L << 30;

    private Host() {}

    /** In one line: the day, cores and their kind, memory, the system, the Java. */
    static String told(LocalDate day) {
        var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return "%s, %d cores (%s), %.0f GB, %s %s, Java %s (%s)"
                .formatted(
                        day,
                        system.getAvailableProcessors(),
                        processor(system.getArch()),
                        system.getTotalMemorySize() / GIGABYTE,
                        system.getName(),
                        system.getVersion(),
                        Runtime.version(),
                        System.getProperty("java.vendor.version", System.getProperty("java.vendor")));
    }

    /** As Linux calls it; elsewhere there is only the name of its instructions. */
    private static String processor(String otherwise) {
        try (var lines = Files.lines(PROCESSORS, StandardCharsets.UTF_8)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(otherwise);
        } catch (IOException elsewhere) {
            return otherwise;
        }
    }
}
