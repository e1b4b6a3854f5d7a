package feiyan.access;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is promised to machines: {@code access/api.txt}, read. An endpoint is open to whom its page is, each by a token
 * with its scope.
 */
record ApiTable(Set<String> columns, Map<Route, Line> lines) {

    private static final String FILE = "/access/api.txt";

    /** Behind an endpoint stands the same door as behind its page, so not everybody of the table need come again. */
    private static final String WHO = "who";

    private static final String V1 = "/api/v1";

    /** @param as the page whose line holds for it; null where it has cells of its own */
    record Line(String scope, @Nullable Route as, Map<String, Verdict> cells) {}

    static ApiTable read(AccessTable pages) {
        var lines = new LinkedHashMap<Route, Line>();
        var columns = new LinkedHashSet<String>();
        for (var written : AccessTable.linesOf(FILE)) {
            var cells = AccessTable.cells(written);
            if (cells.getFirst().equals(WHO)) {
                columns.addAll(cells.subList(1, cells.size()));
                continue;
            }
            var route = Route.of(cells.get(0), cells.get(1));
            if (lines.put(route, line(pages, route, cells)) != null) {
                throw new IllegalStateException("twice in the table: " + route);
            }
        }
        return new ApiTable(columns, lines);
    }

    private static Line line(AccessTable pages, Route route, List<String> cells) {
        if (cells.size() > 3 && !cells.get(3).equals("as")) {
            var own = AccessTable.verdicts(route, pages.columns(), cells.subList(3, cells.size()));
            return new Line(cells.get(2), null, own);
        }
        var page = cells.size() > 3
                ? Route.of(cells.get(4), cells.get(5))
                : Route.of(route.method(), route.path().substring(V1.length()));
        return new Line(cells.get(2), page, pages.of(page));
    }

    /**
     * A scope that nobody like this can give is missing from each of their tokens.
     *
     * @param hides whether that is said of a thing, and then in the same words of one that never was
     */
    Map<String, Verdict> of(Route route, Tokens tokens, boolean hides) {
        var line = Objects.requireNonNull(lines.get(route));
        var verdicts = new LinkedHashMap<String, Verdict>();
        for (var column : columns) {
            verdicts.put(column, verdict(column, line, tokens, hides));
        }
        return verdicts;
    }

    private static Verdict verdict(String column, Line line, Tokens tokens, boolean hides) {
        if (column.equals("out.n")) {
            return Verdict.SIGN_IN;
        }
        if (!tokens.grants(column, line.scope())) {
            return hides ? Verdict.ALIKE : Verdict.REFUSED;
        }
        var page = Objects.requireNonNull(line.cells().get(column));
        return page == Verdict.ONWARD ? Verdict.DONE : page;
    }
}
