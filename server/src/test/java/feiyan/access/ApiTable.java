package feiyan.access;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is promised to machines: {@code access/api.txt}, read. An endpoint is open to whom its page is, each by a token
 * with its scope.
 */
record ApiTable(AccessTable pages, Map<Route, Line> lines) {

    private static final String FILE = "/access/api.txt";
    private static final String V1 = "/api/v1";

    /**
     * @param page whose line of {@link AccessTable} holds for it
     */
    record Line(String scope, Route page) {}

    static ApiTable read(AccessTable pages) {
        var lines = new LinkedHashMap<Route, Line>();
        for (var written : AccessTable.linesOf(FILE)) {
            var cells = AccessTable.cells(written);
            var route = Route.of(cells.get(0), cells.get(1));
            var line = new Line(cells.get(2), page(route, cells));
            if (!pages.lines().containsKey(line.page()) || lines.put(route, line) != null) {
                throw new IllegalStateException("as no page, or twice: " + written);
            }
        }
        return new ApiTable(pages, lines);
    }

    private static Route page(Route route, List<String> cells) {
        return cells.size() > 3
                ? Route.of(cells.get(4), cells.get(5))
                : Route.of(route.method(), route.path().substring(V1.length()));
    }

    /** A scope that nobody like this can give is missing from each of their tokens. */
    Map<String, Verdict> of(Route route, Tokens tokens) {
        var line = lines.get(route);
        var verdicts = new LinkedHashMap<String, Verdict>();
        pages.of(line.page()).forEach((column, verdict) -> verdicts.put(column, verdict(column, verdict, line, tokens)));
        return verdicts;
    }

    private static Verdict verdict(String column, Verdict page, Line line, Tokens tokens) {
        if (column.equals("out.n")) {
            return Verdict.SIGN_IN;
        }
        if (!tokens.grants(column, line.scope())) {
            return Verdict.REFUSED;
        }
        return page == Verdict.ONWARD ? Verdict.DONE : page;
    }
}
