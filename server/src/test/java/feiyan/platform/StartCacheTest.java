package feiyan.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What {@code ./run} makes of the JDK's cache, with a JDK that writes down what it is asked; ./ci starts the real one.
 */
class StartCacheTest {

    private static final String ASK = """
            set -euo pipefail
            root=$1 jar=$2 plain=$3 JAVA_HOME=$1/jdk
            . ../scripts/start-cache.sh
            choose_command
            printf '%s\\n' "${java_command[@]}"
            """;

    private static final String JDK = """
            #!/usr/bin/env bash
            here=$(cd "$(dirname "$0")/.." && pwd)
            echo "$* ${SPRING_DATASOURCE_URL:-}" >>"$here/calls"
            case "$*" in
              *jarmode=tools*) touch server.jar; mkdir lib ;;
              *feiyan.Components*) echo feiyan.Kitchen=component ;;
              *AOTMode=record*) [ ! -e "$here/breaks-off" ] && touch learned ;;
              *AOTMode=create*) echo cache >feiyan.aot ;;
              *-version*) [ ! -e "$here/finds-damage" ] ;;
            esac
            """;

    private static final String JAR = """
            #!/usr/bin/env bash
            here=$(cd "$(dirname "$0")/.." && pwd)
            echo "$* $(cat META-INF/spring.components)" >"$here/put-into-the-jar"
            """;

    @TempDir
    Path root;

    private Path jar;
    private Path jdk;

    @BeforeEach
    void aBuiltJarAndAJdk() throws IOException {
        jar = Files.createDirectories(root.resolve("server/target")).resolve("app.jar");
        Files.writeString(jar, "jar");
        jdk = root.resolve("jdk");
        Files.createDirectories(jdk.resolve("bin"));
        program("java", JDK);
        program("jar", JAR);
        Files.writeString(jdk.resolve("release"), "25");
    }

    private void program(String name, String text) throws IOException {
        var file = Files.writeString(jdk.resolve("bin").resolve(name), text);
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private List<String> command() throws IOException, InterruptedException {
        return command("no");
    }

    private List<String> command(String plain, String... environment) throws IOException, InterruptedException {
        var builder = new ProcessBuilder("bash", "-c", ASK, "ask", root.toString(), jar.toString(), plain);
        builder.environment().put("SPRING_DATASOURCE_URL", "the-county's-own");
        builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
        for (int i = 0; i < environment.length; i += 2) {
            builder.environment().put(environment[i], environment[i + 1]);
        }
        var process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
        var said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return said.lines().toList();
    }

    private long rehearsals() throws IOException {
        var calls = jdk.resolve("calls");
        return Files.exists(calls)
                ? Files.readAllLines(calls).stream()
                        .filter(call -> call.contains("AOTMode=record"))
                        .count()
                : 0;
    }

    private void assertQuick(List<String> command) {
        assertThat(command).anyMatch(word -> word.startsWith("-XX:AOTCache=") && word.endsWith("/feiyan.aot"));
        assertThat(command.getLast()).startsWith(root.toString()).endsWith("/server.jar");
    }

    private void assertPlain(List<String> command) {
        assertThat(command).noneMatch(word -> word.contains("AOT"));
        assertThat(command.getLast()).isEqualTo(jar.toString());
    }

    @Test
    void itIsRehearsedOnceAndUsedFromThenOn() throws Exception {
        assertQuick(command());
        assertQuick(command());
        assertThat(rehearsals()).isOne();
    }

    @Test
    void whatItsComponentsAreIsInTheJarThatIsRehearsed() throws Exception {
        assertQuick(command());
        assertThat(Files.readString(jdk.resolve("put-into-the-jar")))
                .contains("--file server.jar META-INF/spring.components", "feiyan.Kitchen=component");
    }

    @Test
    void aJavaWithoutTheToolForJarsRehearsesAllTheSame() throws Exception {
        Files.delete(jdk.resolve("bin/jar"));
        assertQuick(command());
    }

    @Test
    void aNewerJarIsRehearsedAnewAndTheOldCacheGoes() throws Exception {
        var first = command();
        var before = FileTime.from(Files.getLastModifiedTime(jar).toInstant().minusSeconds(1));
        Files.setLastModifiedTime(root.resolve("server/target/start"), before);
        assertQuick(command());
        assertThat(rehearsals()).isEqualTo(2);
        assertThat(Path.of(first.getLast())).doesNotExist();
    }

    @Test
    void anotherJdkIsRehearsedAnew() throws Exception {
        command();
        Files.writeString(jdk.resolve("release"), "26");
        assertQuick(command());
        assertThat(rehearsals()).isEqualTo(2);
    }

    @Test
    void aRehearsalThatBreaksOffIsNotTriedAtEachStart() throws Exception {
        Files.createFile(jdk.resolve("breaks-off"));
        assertPlain(command());
        assertPlain(command());
        assertThat(rehearsals()).isOne();
    }

    @Test
    void aDamagedCacheStopsNoStart() throws Exception {
        assertQuick(command());
        var cache = Path.of(command().getLast()).resolveSibling("feiyan.aot");
        var time = Files.getLastModifiedTime(cache);
        Files.writeString(cache, "cac");
        Files.setLastModifiedTime(cache, time);
        assertPlain(command());
    }

    @Test
    void aCacheOnWhichTheJdkDoesNotStartIsNotKept() throws Exception {
        Files.createFile(jdk.resolve("finds-damage"));
        assertPlain(command());
        assertPlain(command());
        assertThat(rehearsals()).isOne();
    }

    @Test
    void whoeverGivesTheJdkFlagsOfTheirOwnGetsNone() throws Exception {
        command();
        var theirs = command("no", "JAVA_TOOL_OPTIONS", "-XX:+UseZGC");
        assertPlain(theirs);
        assertThat(theirs).as("ours would overrule theirs").noneMatch(word -> word.matches("-Xmx.*|.*GC"));
        assertThat(command("yes")).contains("-Xmx1g", "-XX:+UseSerialGC");
        assertThat(command()).contains("-Xmx1g", "-XX:+UseSerialGC");
    }

    @Test
    void whereNothingCanBeWrittenTheJarStartsAsItIs() throws Exception {
        jar = Files.move(jar, root.resolve("app.jar"));
        Files.delete(root.resolve("server/target"));
        assertPlain(command());
        assertThat(rehearsals()).isZero();
    }

    @Test
    void whoeverWantsNoneGetsNone() throws Exception {
        assertPlain(command("yes"));
        assertThat(rehearsals()).isZero();
    }

    @Test
    void theRehearsalKnowsNothingOfTheServersDatabase() throws Exception {
        command();
        assertThat(Files.readString(jdk.resolve("calls")))
                .contains("rehearsal=true")
                .doesNotContain("the-county's-own");
    }
}
