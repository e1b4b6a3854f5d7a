package feiyan.platform.database;

import feiyan.platform.StartFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** PostgreSQL's own programs, unpacked into the data folder: initdb, pg_ctl, postgres. */
record Programs(Path folder) {

    /** As root they refuse to work; in a user namespace of its own, root is nobody in particular and owns its files. */
    private static final List<String> AS_NOBODY = List.of("unshare", "--user");

    private static final long PATIENCE_SECONDS = 180;

    record Result(int code, String output) {

        boolean failed() {
            return code != 0;
        }

        String lastLine() {
            return output.lines()
                    .filter(line -> !line.isBlank())
                    .reduce((a, b) -> b)
                    .orElse("");
        }
    }

    static Programs unpackedIn(DataFolder data) throws IOException, InterruptedException {
        var programs = new Programs(ProgramsArchive.forThisMachine().unpackInto(data.path()));
        if (root() && run(with(AS_NOBODY, "true")).failed()) {
            throw new StartFailure("root_refused");
        }
        return programs;
    }

    Result run(String program, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        if (root()) {
            command.addAll(AS_NOBODY);
        }
        command.add(folder.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        return run(command);
    }

    /** As in {@code postgres (PostgreSQL) 18.6}. */
    String majorVersion() throws IOException, InterruptedException {
        return run("postgres", "--version").lastLine().replaceAll("\\D*(\\d+).*", "$1");
    }

    /** By a file and not by a pipe: the postmaster would inherit the pipe and keep it open for ever. */
    private static Result run(List<String> command) throws IOException, InterruptedException {
        var output = Files.createTempFile("feiyan-postgresql", ".out");
        try {
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            return new Result(process.waitFor(), Files.readString(output, StandardCharsets.UTF_8));
        } finally {
            Files.deleteIfExists(output);
        }
    }

    private static List<String> with(List<String> prefix, String command) {
        var all = new ArrayList<>(prefix);
        all.add(command);
        return all;
    }

    private static boolean root() {
        return "root".equals(System.getProperty("user.name"));
    }
}
