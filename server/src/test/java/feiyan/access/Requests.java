package feiyan.access;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How each route is knocked at: {@code access/requests.txt}, read. A name in braces in the pattern takes the value of
 * that name, {@code at} is the moment, all else are the form's fields; {@code @name} is one of the {@link Things}.
 */
record Requests(Map<Route, List<Field>> lines) {

    private static final String FILE = "/access/requests.txt";

    record Field(String name, String value) {}

    static Requests read() {
        var requests = new LinkedHashMap<Route, List<Field>>();
        for (var line : AccessTable.linesOf(FILE)) {
            var cells = AccessTable.cells(line);
            var fields =
                    cells.subList(2, cells.size()).stream().map(Requests::field).toList();
            requests.put(Route.of(cells.get(0), cells.get(1)), fields);
        }
        return new Requests(requests);
    }

    private static Field field(String written) {
        var parts = written.split("=", 2);
        return new Field(parts[0], parts[1]);
    }

    List<Field> of(Route route) {
        return lines.getOrDefault(route, List.of());
    }
}
