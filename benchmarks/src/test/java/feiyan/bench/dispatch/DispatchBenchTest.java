package feiyan.bench.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import feiyan.bench.WrongUse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DispatchBenchTest {

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @BeforeEach
    void aSmallWeek() {
        var words = List.of(folder.toString(), "--orders", "60", "--volunteers", "900", "--seed", "5", "--surge");
        GenerateBench.run(words, new PrintStream(out, true, StandardCharsets.UTF_8));
    }

    private void dispatch(String... more) {
        var words = new ArrayList<>(List.of(folder.toString(), "--seconds", "0.05"));
        words.addAll(List.of(more));
        DispatchBench.run(words, new PrintStream(out, true, StandardCharsets.UTF_8));
    }

    private void write(String name, String text) throws IOException {
        try (var writer = new OutputStreamWriter(
                new GZIPOutputStream(Files.newOutputStream(folder.resolve(name))), StandardCharsets.US_ASCII)) {
            writer.write(text);
        }
    }

    @Test
    void theLastLineSaysWhatTheCheckerFindsInTheFile() throws IOException {
        var answer = folder.resolve("assignments.csv");
        dispatch("--out", answer.toString());
        var verdict = new Checker(folder).check(answer);
        assertThat(verdict.hard()).isZero();
        assertThat(verdict.covered()).isPositive();
        assertThat(out.toString(StandardCharsets.UTF_8).lines().toList().getLast())
                .matches(
                        "\\{\"hard\":0,\"covered\":%d,\"cost\":%d,\"seconds\":[0-9.]+,\"candidate_seconds\":[0-9.]+,\"heap_mib\":[0-9.]+}"
                                .formatted(verdict.covered(), verdict.cost()));
        assertThat(out.toString(StandardCharsets.UTF_8)).doesNotContain("the engine counts");
    }

    @Test
    void whatIsGeneratedIsReadBackAsItWas() {
        assertThat(Instance.read(folder)).isEqualTo(new Generator(60, 900, true, 5).week());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1,0,0,3,1,600,60,0,0,0,0,",
                "1,0,0,3,1,600,60,0,0,0,0,,,",
                "x,0,0,3,1,600,60,0,0,0,0,,",
                ",0,0,3,1,600,60,0,0,0,0,,",
                "1,NaN,0,3,1,600,60,0,0,0,0,,",
                "1,1e9,0,3,1,600,60,0,0,0,0,,",
                "1,0,0,3;,1,600,60,0,0,0,0,,",
                "1,0,0,128,1,600,60,0,0,0,0,,",
                "1,0,0,-3,1,600,60,0,0,0,0,,",
                "1,0,0,3,0,600,60,0,0,0,0,,",
                "1,0,0,3,999999999999,600,60,0,0,0,0,,",
                "1,0,0,3,1,10080,60,0,0,0,0,,",
                "1,0,0,3,1,600,-60,0,0,0,0,,",
                "1,0,0,3,1,600,60,4,0,0,0,,",
                "1,0,0,3,1,600,60,0,0,0,2,,",
                "1,0,0,3,1,600,60,0,0,0,0,me,",
                "0,0,0,3,1,600,60,0,0,0,0,,"
            })
    void aLineThatIsWrongIsNamedWithItsFile(String line) throws IOException {
        write("orders.csv.gz", Instance.ORDER_COLUMNS + "\n0,0,0,3,1,600,60,0,0,0,0,,\n" + line + "\n");
        assertThatThrownBy(() -> dispatch("--out", "none"))
                .isInstanceOf(WrongUse.class)
                .hasMessageContaining("orders.csv.gz, line 3: ")
                .hasMessageNotContaining("\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0,0,0,3000,3,00,0,240,500,500,1,1,0,0",
                "0,0,0,-1,3,%s,0,240,500,500,1,1,0,0",
                "0,0,0,3000,3,%s,0,240,501,500,1,1,0,0",
                "0,0,0,3000,3,%s,0,240,500,1001,1,1,0,0",
                "0,0,0,3000,3,%s,0,240,500,500,1,1,0,yes"
            })
    void soIsAPersonThatCannotBe(String line) throws IOException {
        write("volunteers.csv.gz", Instance.VOLUNTEER_COLUMNS + "\n" + line.formatted("f".repeat(42)) + "\n");
        assertThatThrownBy(() -> dispatch("--out", "none"))
                .isInstanceOf(WrongUse.class)
                .hasMessageContaining("volunteers.csv.gz, line 2: ");
    }

    @Test
    void soAreOtherColumnsAndWhatIsNoSuchFile() throws IOException {
        write("orders.csv.gz", "id,x,y\n");
        assertThatThrownBy(() -> dispatch("--out", "none")).hasMessageContaining("orders.csv.gz, line 1: the columns");
        write("orders.csv.gz", "");
        assertThatThrownBy(() -> dispatch("--out", "none")).hasMessageContaining("line 1");
        Files.writeString(folder.resolve("orders.csv.gz"), "not compressed");
        assertThatThrownBy(() -> dispatch("--out", "none")).hasMessageContaining("orders.csv.gz");
        Files.delete(folder.resolve("orders.csv.gz"));
        assertThatThrownBy(() -> dispatch("--out", "none")).hasMessageContaining("cannot be read");
    }

    @Test
    void noOrdersAtAllAreAnEmptyPlan() throws IOException {
        write("orders.csv.gz", Instance.ORDER_COLUMNS + "\n");
        dispatch("--out", folder.resolve("none.csv").toString());
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("{\"hard\":0,\"covered\":0,\"cost\":0,");
    }

    @Test
    void wordsThatAreWrongAreAnsweredWithTheUsage() {
        assertThatThrownBy(() -> dispatch()).hasMessageContaining("usage: ./bench dispatch DIR --out FILE");
        assertThatThrownBy(() -> dispatch("--out", "none", "--depth", "3")).hasMessageContaining("usage");
        assertThatThrownBy(() -> dispatch("--out", "none", "--seed", "many")).hasMessageContaining("--seed");
    }
}
