package feiyan.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What is promised: {@code access/pages.txt}, read. It knows nothing of the code that keeps the promise.
 *
 * @param columns who knocks, in the table's order: {@code village.o}, {@code station.c}
 */
record AccessTable(List<String> columns, Map<Route, Map<String, Verdict>> lines) {

    static final String FILE = "/access/pages.txt";

    static AccessTable read() {
        var lines = linesOf(FILE);
        var columns = columns(cells(lines.getFirst()), cells(lines.get(1)));
        var table = new LinkedHashMap<Route, Map<String, Verdict>>();
        for (var line : lines.subList(2, lines.size())) {
            var cells = cells(line);
            var route = Route.of(cells.get(0), cells.get(1));
            if (table.put(route, verdicts(route, columns, cells.subList(2, cells.size()))) != null) {
                throw new IllegalStateException("twice in the table: " + route);
            }
        }
        return new AccessTable(columns, table);
    }

    /** Without comments and empty lines. */
    static List<String> linesOf(String resource) {
        try (var file = Objects.requireNonNull(AccessTable.class.getResourceAsStream(resource), resource)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static List<String> cells(String line) {
        return List.of(line.strip().split("\\s+", -1));
    }

    private static List<String> columns(List<String> groups, List<String> letters) {
        var columns = new ArrayList<String>();
        for (int group = 2; group < groups.size(); group++) {
            for (char letter : letters.get(group).toCharArray()) {
                columns.add(groups.get(group) + "." + letter);
            }
        }
        return columns;
    }

    static Map<String, Verdict> verdicts(Route route, List<String> columns, List<String> cells) {
        var signs = String.join("", cells);
        if (signs.length() != columns.size()) {
            throw new IllegalStateException(
                    "%d cells instead of %d: %s".formatted(signs.length(), columns.size(), route));
        }
        var verdicts = new LinkedHashMap<String, Verdict>();
        for (int column = 0; column < columns.size(); column++) {
            verdicts.put(columns.get(column), Verdict.of(signs.charAt(column)));
        }
        return verdicts;
    }

    Map<String, Verdict> of(Route route) {
        return Objects.requireNonNull(lines.get(route), route.toString());
    }

    /** A line as it would stand in the file. */
    static String line(Route route, Map<String, Verdict> verdicts) {
        var line = new StringBuilder("%-6s %-52s".formatted(route.method(), route.path()));
        var group = new String[] {""};
        verdicts.forEach((column, verdict) -> {
            var next = column.substring(0, column.indexOf('.'));
            line.append(next.equals(group[0]) ? "" : "  ").append(verdict.sign);
            group[0] = next;
        });
        return line.toString();
    }
}
