package feiyan.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The server as a process of its own, as somebody at a console has it. */
final class ServerProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Path data;
    private final Path console;
    private final Process process;

    private ServerProcess(Path data, Path console, Process process) {
        this.data = data;
        this.console = console;
        this.process = process;
    }

    static ServerProcess launch(Path data, int port, String... more) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var classes = Arrays.stream(System.getProperty("java.class.path").split(":", -1))
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(":"));
        var console = Files.createTempFile("feiyan-console", ".txt");
        var command = new ArrayList<>(List.of(java, "-Xmx512m", "-XX:TieredStopAtLevel=1", "-cp", classes));
        command.addAll(
                List.of("feiyan.Start", "--feiyan.demo=false", "--feiyan.data=" + data, "--server.port=" + port));
        command.addAll(List.of(more));
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(console.toFile());
        return new ServerProcess(data, console, builder.start());
    }

    ServerProcess untilUp() throws IOException, InterruptedException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!console().contains("Feiyan is up")) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                var said = console();
                close();
                throw new IllegalStateException("not up: " + said);
            }
            process.waitFor(100, TimeUnit.MILLISECONDS);
        }
        return this;
    }

    int untilEnded() throws InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("still running");
        }
        return process.exitValue();
    }

    String console() throws IOException {
        return Files.readString(console);
    }

    /** Where it answers, as its console says. */
    int port() throws IOException {
        var address = Pattern.compile("http://localhost:(\\d+)").matcher(console());
        if (!address.find()) {
            throw new IllegalStateException("not up: " + console());
        }
        return Integer.parseInt(address.group(1));
    }

    /** As Ctrl-C and a service manager do. */
    int stop() throws InterruptedException {
        process.destroy();
        return untilEnded();
    }

    void kill() throws InterruptedException {
        process.destroyForcibly();
        untilEnded();
    }

    ProcessHandle postmaster() throws IOException {
        return ProcessHandle.of(Long.parseLong(postmasterFile().getFirst())).orElseThrow();
    }

    Connection connect() throws IOException, SQLException {
        var url = "jdbc:postgresql://127.0.0.1:" + postmasterFile().get(3) + "/" + Roles.DATABASE;
        return new Login(url, Roles.OWNER, Passwords.of(new DataFolder(data)).owner()).connect();
    }

    private List<String> postmasterFile() throws IOException {
        return Files.readAllLines(data.resolve("postgresql/postmaster.pid"));
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        process.onExit().join();
        Files.deleteIfExists(console);
    }
}
