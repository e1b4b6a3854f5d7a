package feiyan.bench;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import feiyan.platform.FileText;
import feiyan.triage.Example;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** Labelled requests: {@code text,label[,urgency]}. */
final class ExampleFile {

    private static final Pattern LABEL = Pattern.compile("EMERGENCY|NONE|[A-Z]{2}[0-9]{2}(\\+[A-Z]{2}[0-9]{2})*");

    private ExampleFile() {}

    static List<Example> read(String file) {
        try (var rows = CsvReader.builder().ofNamedCsvRecord(text(file))) {
            var examples = rows.stream().map(row -> example(file, row)).toList();
            if (examples.isEmpty()) {
                throw new WrongUse(file + ": no rows");
            }
            return examples;
        } catch (CsvParseException | IOException broken) {
            throw new WrongUse(file + ": not a table of comma-separated values");
        }
    }

    private static String text(String file) {
        try {
            return FileText.of(Files.readAllBytes(Path.of(file)))
                    .orElseThrow(() -> new WrongUse(file + ": not a text file"));
        } catch (IOException unreadable) {
            throw new WrongUse(file + ": cannot be read");
        }
    }

    private static Example example(String file, NamedCsvRecord row) {
        var words = field(file, row, "text");
        var label = field(file, row, "label").strip();
        if (!LABEL.matcher(label).matches()) {
            throw new WrongUse("%s, line %d: \"%s\" is no label".formatted(file, row.getStartingLineNumber(), label));
        }
        return Example.labelled(words, label);
    }

    private static String field(String file, NamedCsvRecord row, String column) {
        return row.findField(column)
                .orElseThrow(() -> new WrongUse(
                        "%s, line %d: no column \"%s\"".formatted(file, row.getStartingLineNumber(), column)));
    }
}
