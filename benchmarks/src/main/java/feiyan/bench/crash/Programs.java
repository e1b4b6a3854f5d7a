package feiyan.bench.crash;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** How this very build starts another program of itself: from its one jar, or from the classes of a test. */
final class Programs {

    private static final String LAUNCHER = "org.springframework.boot.loader.launch.PropertiesLauncher";

    /** As ./run has them. */
    private static final List<String> MACHINE =
            List.of("-Xmx1g", "-XX:+UseCompactObjectHeaders", "--enable-native-access=ALL-UNNAMED");

    private Programs() {}

    static List<String> java(String main, List<String> words) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(MACHINE);
        var classes = System.getProperty("java.class.path");
        if (classes.endsWith("-app.jar")) {
            command.addAll(List.of("-Dloader.main=" + main, "-cp", classes(classes), LAUNCHER));
        } else {
            // It lives for seconds, and compiling it well would take most of them.
            command.addAll(List.of("-XX:TieredStopAtLevel=1", "-cp", classes, main));
        }
        command.addAll(words);
        return command;
    }

    /** Whoever starts it stands elsewhere. */
    private static String classes(String jar) {
        return Path.of(jar).toAbsolutePath().toString();
    }

    /** Whether it went well. */
    static boolean run(List<String> command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return process.waitFor(60, TimeUnit.SECONDS) && process.exitValue() == 0;
    }

    /** By the shell's own names: STOP, CONT. */
    static void signal(String name, List<ProcessHandle> processes) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("kill", "-" + name));
        processes.forEach(process -> command.add(Long.toString(process.pid())));
        run(command);
    }
}
