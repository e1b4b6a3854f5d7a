package feiyan.triage;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** What the module knows, in files beside it; resources/triage/README.md says where each comes from. */
final class Resources {

    private Resources() {}

    static List<Example> requests() {
        return table("requests.csv").stream()
                .map(row -> Example.labelled(row.getField("text"), row.getField("label")))
                .toList();
    }

    /** Calls for help and what only sounds like them, written by hand, with the requests among which they stand out. */
    static List<Call> calls(List<Example> requests) {
        var written = table("calls.csv").stream().map(row -> Call.of(row.getField("text"), row.getField("label")));
        return Stream.concat(requests.stream().map(Call::of), written).toList();
    }

    static List<ProjectWords> projects() {
        return table("projects.csv").stream()
                .map(row -> new ProjectWords(
                        row.getField("code"),
                        row.getField("name") + " " + row.getField("skill"),
                        List.of(row.getField("words").split(" ", -1))))
                .toList();
    }

    /** Without comments and empty lines. */
    static List<String> lines(String name) {
        return text(name)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
    }

    private static List<NamedCsvRecord> table(String name) {
        try (var rows = CsvReader.builder().ofNamedCsvRecord(text(name))) {
            return rows.stream().toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String text(String name) {
        try (var file = Resources.class.getResourceAsStream("/triage/" + name)) {
            if (file == null) {
                throw new IllegalStateException("triage/" + name + " is missing from the jar");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
