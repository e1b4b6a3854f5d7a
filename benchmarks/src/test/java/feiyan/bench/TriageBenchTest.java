package feiyan.bench;

import static org.assertj.core.api.Assertions.assertThat;

import feiyan.triage.Triage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The reader is as good as it is said to be, and the bench says it in a form that others can read. */
class TriageBenchTest {

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int bench(String... words) {
        return Bench.run(
                List.of(words),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private String file(String text) throws IOException {
        return Files.writeString(folder.resolve("requests.csv"), text).toString();
    }

    @Test
    void theReaderKeepsItsBarsOnRequestsItDidNotLearnFrom() {
        var score = CrossValidation.of(Triage.taught(), 1);
        assertThat(score.hit(1)).isGreaterThan(0.85);
        assertThat(score.hit(3)).isGreaterThan(0.95);
        assertThat(score.emergencyRecall()).isGreaterThanOrEqualTo(0.95);
        assertThat(score.falseAlarms()).isLessThanOrEqualTo(0.02);
        assertThat(score.silence()).isGreaterThan(0.6);
    }

    /** Written after the rules, on purpose unlike them, and full of traps: worse than life, and never learned from. */
    @Test
    void mostCallsOfKindsNobodyThoughtOfAreHeard() {
        var score = Score.of(new Triage(), ExampleFile.read("src/test/resources/unseen.csv"));
        assertThat(score.emergencyRecall()).isGreaterThan(0.75);
        assertThat(score.hit(3)).isGreaterThan(0.7);
    }

    @Test
    void theLastLineIsOneJsonObject() throws IOException {
        var requests = file("""
                text,label,urgency
                "下水道堵了,快来",BM02,urgent
                俺爹想剃头 再量血压,BM04+YL02,normal
                锅屋着火了快来人,EMERGENCY,emergency
                三缺一 打牌,NONE,normal
                """);
        assertThat(bench("triage", requests)).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8).lines().toList().getLast())
                .isEqualTo(
                        "{\"rows\":4,\"hit1\":1.0000,\"hit3\":1.0000,\"emergency_recall\":1.0000,\"false_alarms\":0.0000}");
    }

    @Test
    void itSaysThatItKnowsTheLesson() throws IOException {
        bench("triage", file("text,label,urgency\n马桶堵死了咋办,BM02,urgent\n"));
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("1 of these rows are what the reader learned from");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "text,label\n",
                "words,label\n想看戏,WH01\n",
                "text,label\n想看戏,戏\n",
                "text,label\n\"想看戏,WH01\n",
                "text,label\n想看戏\n"
            })
    void whatIsNoSuchFileIsSaidInOneLine(String text) throws IOException {
        assertThat(bench("triage", file(text))).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8).lines())
                .hasSize(1)
                .allMatch(line -> line.contains("requests.csv"));
        assertThat(out.size()).isZero();
    }

    @Test
    void aMissingFileAndAnUnknownBenchAreSaidToo() {
        assertThat(bench("triage", folder.resolve("nowhere.csv").toString())).isEqualTo(2);
        assertThat(bench("juggling")).isEqualTo(2);
        assertThat(bench()).isEqualTo(2);
    }
}
