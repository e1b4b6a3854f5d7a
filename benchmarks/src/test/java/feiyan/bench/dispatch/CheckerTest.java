package feiyan.bench.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who checks the checker: each rule broken by hand, each cost added up by hand. */
class CheckerTest {

    private static final String ALWAYS = "f".repeat(42);

    @TempDir
    Path folder;

    private Checker checker;

    @BeforeEach
    void fourOrdersAndNinePeople() throws IOException {
        write("orders.csv.gz", """
                id,x,y,skills,headcount,start,duration,urgency,gender,language,party,previous,named
                10,0,0,3,1,600,60,0,0,0,0,,
                11,4000,0,3,2,670,60,1,2,2,1,7,8
                12,4000,0,3,1,678,60,0,0,0,0,,
                13,0,0,5,1,600,60,3,0,0,0,,
                """);
        write("volunteers.csv.gz", """
                id,x,y,radius,skills,available,recent,weekly_limit,rating,response,gender,language,party,blocked
                1,1000,0,9000,3,%1$s,7,120,480,999,2,1,0,0
                2,0,0,9000,4,%1$s,0,900,500,1000,2,1,0,0
                3,9000,0,2000,3,%1$s,0,900,500,1000,2,1,0,0
                4,0,0,9000,3,%2$s,0,900,500,1000,2,1,0,0
                5,0,0,9000,3,%1$s,0,900,500,1000,2,1,0,1
                6,0,0,9000,3,%1$s,0,59,500,1000,2,1,0,0
                7,0,0,9000,3,%1$s,0,900,500,1000,1,1,0,0
                8,0,0,9000,3,%1$s,0,60,500,1000,2,2,1,0
                """.formatted(ALWAYS, "0".repeat(42)));
        checker = new Checker(folder);
    }

    private void write(String name, String text) throws IOException {
        try (var out = new OutputStreamWriter(
                new GZIPOutputStream(Files.newOutputStream(folder.resolve(name))), StandardCharsets.US_ASCII)) {
            out.write(text);
        }
    }

    private int hard(String answer) {
        return checker.check(List.of(answer.split(" "))).hard();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "10,1|0",
                "10,2|1",
                "10,3|1",
                "10,4|1",
                "10,5|1",
                "10,6|1",
                "11,7|1",
                "10,8 12,8|1",
                "10,1 11,1|1",
                "10,1 12,1|0",
                "10,7 12,7|0",
                "10,1 10,7|1",
                "11,1 11,1|2",
                "99,1|1",
                "10,99|1",
                "10|1"
            })
    void eachRuleThatIsBrokenIsCounted(String answer, int hard) {
        assertThat(hard(answer)).isEqualTo(hard);
    }

    @Test
    void costsAreTermByTerm() {
        assertThat(checker.check(List.of("10,1")).cost()).isEqualTo(1_300 + 5 + 80 + 1 + 2 * 200_000 + 100_000);
        assertThat(checker.check(List.of("10,1", "11,1", "11,8", "12,7")).cost())
                .isEqualTo(1_386 + (3_900 + 86 + 2_000 + 1_500 + 3_000 + 8_000) + (5_200 + 3_000) + 5_200 + 1_500);
    }

    @Test
    void aSeatThatNobodyCouldFillCostsNothing() {
        var nobody = checker.check(List.of());
        assertThat(nobody.cost()).isEqualTo(100_000 + 2 * 200_000 + 100_000);
        assertThat(nobody.covered()).isZero();
    }
}
