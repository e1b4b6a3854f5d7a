package feiyan.bench.served;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The product as {@code ./run} starts it, on a data folder, until its first page is there. */
public final class Served implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration STEP = Duration.ofMillis(10);

    private final Path data;
    private final Path console;
    private final Process process;
    private final String address;

    private Served(Path data, Path console, Process process, int port) {
        this.data = data;
        this.console = console;
        this.process = process;
        this.address = "http://localhost:" + port;
    }

    /** Begins to start; {@code more} as behind {@code ./run}. */
    public static Served start(Path data, List<String> more) {
        try {
            int port = Ports.free();
            var command = new ArrayList<>(List.of(run().toString(), "--data", data.toString(), "--port", "" + port));
            command.addAll(more);
            var console = Files.createTempFile("feiyan-bench", ".log");
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(console.toFile())
                    .start();
            return new Served(data, console, process, port);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Where {@code ./bench} lies, there is {@code ./run}, too. */
    private static Path run() {
        return Path.of(System.getProperty("feiyan.root", "")).toAbsolutePath().resolve("run");
    }

    public String address() {
        return address;
    }

    /** Waits until somebody who comes by sees a page. */
    public Served untilFirstPage() throws IOException, InterruptedException {
        return until("/");
    }

    /** Waits until the demo county is there and lets people in: the server answers before it has made it. */
    public Served untilDemo() throws IOException, InterruptedException {
        return until("/enter");
    }

    private Served until(String page) throws IOException, InterruptedException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        try (var browser = HttpClient.newHttpClient()) {
            while (!answers(browser, page)) {
                if (System.nanoTime() > deadline || process.waitFor(STEP.toMillis(), TimeUnit.MILLISECONDS)) {
                    var said = Files.readString(console);
                    close();
                    throw new IllegalStateException("no page: " + said);
                }
            }
        }
        return this;
    }

    private boolean answers(HttpClient browser, String page) throws InterruptedException {
        try {
            var request = HttpRequest.newBuilder(URI.create(address + page)).build();
            return browser.send(request, BodyHandlers.ofString()).statusCode() < 400;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** What the server and its database have used so far, and hold now. */
    public Footprint footprint() throws IOException {
        var postmaster = Long.parseLong(Files.readAllLines(data.resolve("postgresql/postmaster.pid"))
                .getFirst()
                .strip());
        return new Footprint(
                Proc.of(process.pid()),
                Proc.of(postmaster)
                        .plus(ProcessHandle.of(postmaster).stream()
                                .flatMap(ProcessHandle::descendants)
                                .map(child -> Proc.of(child.pid()))
                                .reduce(Proc.NONE, Proc::plus)));
    }

    /** Whether it runs on what the JDK learned at a rehearsal. */
    public boolean isQuick() throws IOException {
        return Proc.maps(process.pid(), ".aot");
    }

    /** As Ctrl-C and a service manager do. */
    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
        try {
            Files.deleteIfExists(console);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
