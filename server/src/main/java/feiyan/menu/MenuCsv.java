package feiyan.menu;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import feiyan.platform.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/**
 * A menu as a table:
 * {@code code,category,name,skill,duration_minutes,headcount,mode,qualification,hazardous[,confidential]}.
 *
 * @param categories names by code, in the order in which the table names them first
 */
record MenuCsv(Map<String, String> categories, List<ProjectDraft> projects) {

    /** All or nothing: the first wrong line is named and nothing is read. */
    static Outcome<MenuCsv> read(String text) {
        var categories = new LinkedHashMap<String, String>();
        var projects = new ArrayList<ProjectDraft>();
        try (var lines = CsvReader.builder().ofNamedCsvRecord(text)) {
            for (var line : lines) {
                try {
                    var draft = draft(line);
                    categories.putIfAbsent(draft.category(), line.getField("category"));
                    projects.add(draft);
                } catch (IllegalArgumentException | NoSuchElementException wrong) {
                    return Outcome.refused("menu.csv_line", line.getStartingLineNumber());
                }
            }
        } catch (CsvParseException | java.io.IOException notATable) {
            return Outcome.refused("menu.csv_unreadable");
        }
        return projects.isEmpty()
                ? Outcome.refused("menu.csv_unreadable")
                : Outcome.done(new MenuCsv(categories, projects));
    }

    private static ProjectDraft draft(NamedCsvRecord line) {
        return new ProjectDraft(
                line.getField("code").strip(),
                line.getField("name").strip(),
                line.getField("skill").strip(),
                Integer.parseInt(line.getField("duration_minutes").strip()),
                Integer.parseInt(line.getField("headcount").strip()),
                oneOf(line.getField("mode"), "remote", "on_site"),
                line.getField("qualification"),
                oneOf(line.getField("hazardous"), "yes", "no"),
                oneOf(line.findField("confidential").orElse("no"), "yes", "no"));
    }

    private static boolean oneOf(String word, String yes, String no) {
        var read = word.strip();
        if (!read.equals(yes) && !read.equals(no)) {
            throw new IllegalArgumentException("neither " + yes + " nor " + no);
        }
        return read.equals(yes);
    }
}
