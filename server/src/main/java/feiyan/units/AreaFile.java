package feiyan.units;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import feiyan.platform.FileText;
import feiyan.units.Area.Level;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Reads the CSV form {@code code,name,level,parent_code}, each line for itself: what can be said about it without
 * knowing the other lines. {@link AreaTree} looks at how they hang together.
 */
final class AreaFile {

    /** A large county has some 1,500 areas in 80 kB. */
    static final int MOST_BYTES = 2 * 1024 * 1024;

    private static final List<String> HEADER = List.of("code", "name", "level", "parent_code");
    private static final Pattern CODE = Pattern.compile("[0-9]{12}");
    private static final Pattern NATURAL_CODE = Pattern.compile("[0-9]{12}-[0-9]{2}");
    private static final int LONGEST_NAME = 50;

    /** The areas by the line on which each stands. */
    final Map<Area, Long> lines = new HashMap<>();

    final List<Area> areas = new ArrayList<>();
    final List<AreaMistake> mistakes = new ArrayList<>();
    private final Map<String, Long> seen = new HashMap<>();

    private AreaFile() {}

    static AreaFile of(byte[] bytes) {
        var file = new AreaFile();
        if (bytes.length > MOST_BYTES) {
            file.wrong(0, "too_large");
        } else {
            FileText.of(bytes).ifPresentOrElse(file::read, () -> file.wrong(0, "not_text"));
        }
        return file;
    }

    private void read(String text) {
        try (var csv = CsvReader.builder()
                .fieldSeparator(separator(text))
                .allowMissingFields(true)
                .allowExtraFields(true)
                .ofCsvRecord(text)) {
            var records = csv.stream().toList();
            if (records.isEmpty() || !fields(records.getFirst()).equals(HEADER)) {
                wrong(1, "header", String.join(",", HEADER));
            } else {
                records.stream().skip(1).forEach(this::read);
            }
        } catch (CsvParseException broken) {
            wrong(0, "quotes");
        } catch (java.io.IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
        if (areas.isEmpty() && mistakes.isEmpty()) {
            wrong(0, "empty");
        }
    }

    /** Cells copied from a sheet come with tabs. */
    private static char separator(String text) {
        var firstLine = text.lines().findFirst().orElse("");
        return firstLine.indexOf('\t') >= 0 ? '\t' : firstLine.indexOf(';') >= 0 ? ';' : ',';
    }

    private static List<String> fields(CsvRecord line) {
        return line.getFields().stream().map(String::strip).toList();
    }

    private void read(CsvRecord line) {
        var number = line.getStartingLineNumber();
        var fields = fields(line);
        if (fields.size() != HEADER.size()) {
            wrong(number, "columns", HEADER.size(), fields.size());
            return;
        }
        Level.of(fields.get(2))
                .ifPresentOrElse(level -> read(number, fields, level), () -> wrong(number, "level", fields.get(2)));
    }

    private void read(long line, List<String> fields, Level level) {
        var code = fields.get(0);
        var name = fields.get(1);
        if (!(level == Level.NATURAL ? NATURAL_CODE : CODE).matcher(code).matches()) {
            wrong(line, level == Level.NATURAL ? "natural_code" : "code", code);
            return;
        }
        var first = seen.putIfAbsent(code, line);
        if (first != null) {
            wrong(line, "duplicate", code, first);
        } else if (name.isEmpty() || name.length() > LONGEST_NAME) {
            wrong(line, "name", LONGEST_NAME);
        } else {
            add(line, new Area(code, name, level, fields.get(3).isEmpty() ? null : fields.get(3)));
        }
    }

    private void add(long line, Area area) {
        areas.add(area);
        lines.put(area, line);
    }

    private void wrong(long line, String code, Object... args) {
        mistakes.add(AreaMistake.at(line, code, args));
    }
}
