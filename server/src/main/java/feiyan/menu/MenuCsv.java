package feiyan.menu;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import feiyan.platform.Outcome;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A menu as a table:
 * {@code code,category,name,skill,duration_minutes,headcount,mode,qualification,hazardous[,confidential]}.
 *
 * @param categories names by code, in the order in which the table names them first
 */
record MenuCsv(Map<String, String> categories, List<ProjectDraft> projects, List<MenuMistake> mistakes) {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,4}");
    private static final Set<String> YES_OR_NO = Set.of("yes", "no");

    /** What each column must be, in the order in which a writer looks for the mistake. */
    private static final Map<String, Predicate<String>> COLUMNS = columns();

    private static Map<String, Predicate<String>> columns() {
        var columns = new LinkedHashMap<String, Predicate<String>>();
        columns.put("code", ProjectDraft.CODE.asMatchPredicate());
        columns.put("category", word -> !word.isEmpty());
        columns.put("name", word -> !word.isEmpty());
        columns.put("skill", word -> !word.isEmpty());
        columns.put("duration_minutes", word -> within(word, ProjectDraft.MIN_MINUTES, ProjectDraft.MAX_MINUTES));
        columns.put("headcount", word -> within(word, 1, ProjectDraft.MAX_HEADCOUNT));
        columns.put("mode", Set.of("remote", "on_site")::contains);
        columns.put("qualification", word -> true);
        columns.put("hazardous", YES_OR_NO::contains);
        return columns;
    }

    private static boolean within(String word, int least, int most) {
        return NUMBER.matcher(word).matches() && Integer.parseInt(word) >= least && Integer.parseInt(word) <= most;
    }

    /** All or nothing: with a mistake the table is refused. */
    static Outcome<MenuCsv> read(String text) {
        var menu = look(text);
        if (menu.mistakes().isEmpty()) {
            return Outcome.done(menu);
        }
        long line = menu.mistakes().getFirst().line();
        return line == 0 ? Outcome.refused("menu.csv_unreadable") : Outcome.refused("menu.csv_line", line);
    }

    /** What can be read, and every line that cannot. */
    static MenuCsv look(String text) {
        var menu = new MenuCsv(new LinkedHashMap<>(), new ArrayList<>(), new ArrayList<>());
        try (var lines = CsvReader.builder().ofNamedCsvRecord(text)) {
            lines.forEach(menu::add);
        } catch (CsvParseException | IOException notATable) {
            menu.mistakes.add(new MenuMistake(0, "table"));
        }
        if (menu.projects.isEmpty() && menu.mistakes.isEmpty()) {
            menu.mistakes.add(new MenuMistake(0, "table"));
        }
        return menu;
    }

    private void add(NamedCsvRecord line) {
        var wrong = COLUMNS.entrySet().stream()
                .filter(column -> !line.findField(column.getKey())
                        .map(String::strip)
                        .filter(column.getValue())
                        .isPresent())
                .map(Map.Entry::getKey)
                .findFirst()
                .or(() -> YES_OR_NO.contains(confidential(line)) ? Optional.empty() : Optional.of("confidential"));
        wrong.ifPresentOrElse(
                column -> mistakes.add(new MenuMistake(line.getStartingLineNumber(), column)), () -> take(line));
    }

    private void take(NamedCsvRecord line) {
        var draft = draft(line);
        categories.putIfAbsent(draft.category(), field(line, "category"));
        projects.add(draft);
    }

    private static ProjectDraft draft(NamedCsvRecord line) {
        return new ProjectDraft(
                field(line, "code"),
                field(line, "name"),
                field(line, "skill"),
                Integer.parseInt(field(line, "duration_minutes")),
                Integer.parseInt(field(line, "headcount")),
                field(line, "mode").equals("remote"),
                field(line, "qualification"),
                field(line, "hazardous").equals("yes"),
                confidential(line).equals("yes"));
    }

    private static String field(NamedCsvRecord line, String column) {
        return line.getField(column).strip();
    }

    /** The column may be missing: most menus have nothing confidential. */
    private static String confidential(NamedCsvRecord line) {
        return line.findField("confidential").map(String::strip).orElse("no");
    }
}
