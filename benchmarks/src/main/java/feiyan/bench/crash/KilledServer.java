package feiyan.bench.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The server as a process of its own, started as people start it, on one port whoever is killed. */
final class KilledServer implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int SHOWN = 60;
    private static final String UP = "Feiyan is up";

    private final Disk disk;
    private final Path console;
    private final int port;
    private @Nullable Process process;

    KilledServer(Disk disk, Path folder, int port) {
        this.disk = disk;
        this.console = folder.resolve("console.txt");
        this.port = port;
    }

    static List<String> settings(Disk disk, int port, Duration ahead) {
        return List.of(
                "--feiyan.demo=false",
                "--feiyan.data=" + disk.there().resolve("data"),
                "--server.port=" + port,
                "--feiyan.clock.ahead=" + ahead,
                "--feiyan.webhooks.plain-http=true",
                "--feiyan.webhooks.private-networks=true",
                "--feiyan.api.requests-per-minute=1000000",
                "--feiyan.api.requests-per-minute-of-a-person=1000000");
    }

    void start(Duration ahead) throws IOException {
        var command = disk.inside(Programs.java("feiyan.Start", settings(disk, port, ahead)));
        Files.deleteIfExists(console);
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(console.toFile())
                .start();
    }

    void untilUp() throws IOException, InterruptedException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!end(console).contains(UP)) {
            if (System.nanoTime() > deadline || process().waitFor(100, TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("the server does not start: " + said());
            }
        }
    }

    ProcessHandle handle() {
        return process().toHandle();
    }

    boolean isAlive() {
        return process().isAlive();
    }

    void kill() throws InterruptedException {
        process().destroyForcibly().waitFor();
    }

    /** As a service manager does. */
    void stop() throws InterruptedException {
        process().destroy();
        if (!process().waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("the server does not stop");
        }
    }

    /** On its console, and last in its logs: all is gone with the folder. */
    String said() throws IOException {
        var data = disk.here().resolve("data");
        return end(console) + end(data.resolve("feiyan.log")) + end(data.resolve("postgresql.log"));
    }

    private static String end(Path file) throws IOException {
        if (!Files.exists(file)) {
            return "";
        }
        var lines = Files.readAllLines(file);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - SHOWN), lines.size())) + "\n";
    }

    private Process process() {
        return Objects.requireNonNull(process, "never started");
    }

    @Override
    public void close() {
        if (process != null) {
            process.destroy();
            process.onExit().completeOnTimeout(process, 30, TimeUnit.SECONDS).join();
            process.destroyForcibly();
        }
    }
}
