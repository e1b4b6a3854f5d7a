package feiyan.bench.pages;

import feiyan.bench.WrongUse;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.util.FileSystemUtils;

/** Debian's browser without a window. Each phone is somebody else's: cookies and kept files of its own. */
final class Chromium implements AutoCloseable {

    private static final Path PROGRAM = Path.of("/usr/bin/chromium");
    private static final String LISTENING = "DevTools listening on ";
    private static final List<String> FLAGS = List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--remote-debugging-port=0");

    private final Path profile;
    private final Process process;
    private final DevTools tools;

    Chromium() throws IOException {
        if (!Files.isExecutable(PROGRAM)) {
            throw new WrongUse("This bench looks through Chromium: apt-get install chromium");
        }
        profile = Files.createTempDirectory("feiyan-chromium");
        var command = new ArrayList<>(List.of(PROGRAM.toString(), "--user-data-dir=" + profile));
        command.addAll(FLAGS);
        process = new ProcessBuilder(command).redirectErrorStream(true).start();
        tools = new DevTools(address());
    }

    private URI address() throws IOException {
        var said = new BufferedReader(process.inputReader(StandardCharsets.UTF_8));
        for (var line = said.readLine(); line != null; line = said.readLine()) {
            if (line.startsWith(LISTENING)) {
                drain(said);
                return URI.create(line.substring(LISTENING.length()));
            }
        }
        throw new IOException("Chromium did not start");
    }

    /** Or it would wait for somebody to read what it says. */
    private static void drain(BufferedReader said) {
        Thread.ofVirtual().start(() -> said.lines().forEach(line -> {}));
    }

    Phone phone() throws IOException, InterruptedException {
        var person = tools.call("Target.createBrowserContext", Map.of(), null)
                .path("browserContextId")
                .asString();
        var page = Map.of("url", "about:blank", "browserContextId", person);
        var target =
                tools.call("Target.createTarget", page, null).path("targetId").asString();
        var attached = tools.call("Target.attachToTarget", Map.of("targetId", target, "flatten", true), null);
        return new Phone(tools, person, attached.path("sessionId").asString());
    }

    @Override
    public void close() throws IOException {
        tools.close();
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        process.onExit().join();
        FileSystemUtils.deleteRecursively(profile);
    }
}
