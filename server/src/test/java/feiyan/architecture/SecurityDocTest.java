package feiyan.architecture;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import feiyan.architecture.SecurityDoc.Counts;
import feiyan.architecture.SecurityDoc.Item;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What {@code docs/security.md} promises is there: each item once, each test that it names, and the counts. */
class SecurityDocTest {

    private final SecurityDoc page = SecurityDoc.read();
    private final TestsThatRun house = TestsThatRun.ofThisHouse();

    @Test
    void eachItemOfTheStandardStandsOnceWithItsLevel() throws IOException {
        var standard = Files.readAllLines(Path.of("src/test/resources/security/asvs-5.0.0-l2.txt")).stream()
                .filter(line -> !line.startsWith("#"))
                .toList();
        assertThat(standard).hasSize(253);
        assertThat(page.items().stream().map(item -> item.id() + " " + item.level()))
                .containsExactlyInAnyOrderElementsOf(standard);
    }

    @Test
    void eachItemNamesATestOrSaysWhyThereIsNone() {
        assertThat(page.items())
                .allSatisfy(item ->
                        assertThat(item.saysEnough()).as(item.toString()).isTrue());
    }

    @Test
    void eachTestThatIsNamedIsThereAndRuns() {
        assertThat(page.tests())
                .hasSizeGreaterThan(100)
                .filteredOn(name -> !house.have(name))
                .isEmpty();
    }

    @Test
    void theCountsAreThoseOfTheTable() {
        var items = page.items();
        assertThat(page.counts())
                .isEqualTo(Map.of(
                        "1",
                        Counts.of(ofLevel(items, 1)),
                        "2",
                        Counts.of(ofLevel(items, 2)),
                        "both",
                        Counts.of(items)));
    }

    private static List<Item> ofLevel(List<Item> items, int level) {
        return items.stream().filter(item -> item.level() == level).toList();
    }

    @Test
    void whatIsNotThereIsSeen() {
        assertThat(house.have("SecurityDocTest.whatIsNotThereIsSeen")).isTrue();
        assertThat(house.have("architecture.SecurityDocTest")).isTrue();
        assertThat(house.have("SecurityDocTest.ofLevel")).isFalse();
        assertThat(house.have("NobodyWroteItTest")).isFalse();
        assertThat(house.have("DeskRaceTest")).as("two have this name").isFalse();
    }

    @Test
    void aRowSaysHowItStands() {
        var rows = new SecurityDoc("""
                | V1.1.1 | 1 | once | `IdsTest` |
                | V1.1.2 | 2 | always | by design, no test |
                | V1.2.1 | 2 | hardly | **not yet**: the rest |
                | V1.2.2 | 2 | – | n/a: none |
                | V1.2.3 | 2 | somehow | trust us |
                | both | 3 | 2 | 1 | 1 | 5 |
                """);
        assertThat(rows.counts()).containsOnly(entry("both", new Counts(3, 2, 1, 1, 5)));
        assertThat(Counts.of(rows.items())).isEqualTo(rows.counts().get("both"));
        assertThat(rows.items())
                .filteredOn(item -> !item.saysEnough())
                .singleElement()
                .extracting(Item::id)
                .isEqualTo("V1.2.3");
        assertThat(rows.tests()).containsExactly("IdsTest");
    }
}
