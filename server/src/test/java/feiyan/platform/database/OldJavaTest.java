package feiyan.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("process")
class OldJavaTest {

    private static final Path OLD = Path.of("/usr/lib/jvm/java-17-openjdk-amd64");

    @BeforeEach
    void onlyWhereThereIsOne() {
        assumeTrue(Files.exists(OLD.resolve("bin/javac")), "no JDK 17 here");
    }

    @Test
    void theScriptSaysWhichJdkToInstall() throws Exception {
        var run = new ProcessBuilder("bash", "../run", "--no-demo");
        run.environment().put("JAVA_HOME", OLD.toString());
        run.environment().put("FEIYAN_JDKS", "");
        assertSaysWhatIsNeeded(run);
    }

    @Test
    void theJarSaysWhichJdkToInstall() throws Exception {
        assertSaysWhatIsNeeded(
                new ProcessBuilder(OLD.resolve("bin/java").toString(), "-cp", "target/classes", "feiyan.Start"));
    }

    private static void assertSaysWhatIsNeeded(ProcessBuilder command) throws IOException, InterruptedException {
        var process = command.redirectErrorStream(true).start();
        var console = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isEqualTo(2);
        assertThat(console.lines()).singleElement().asString().contains("JDK 25 or newer is needed", "17");
    }
}
