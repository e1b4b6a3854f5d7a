package feiyan.access;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The table of access in words, for whoever answers for a county: each address, and who may. */
final class AccessDoc {

    private static final Set<Verdict> MAY = EnumSet.of(Verdict.DONE, Verdict.ONWARD);

    private static final Map<String, String> PEOPLE = Map.of(
            "r", "another resident",
            "o", "whose it is",
            "f", "who follows them",
            "w", "a volunteer of the village",
            "a", "who was asked",
            "s", "who holds the seat",
            "l", "the leader",
            "p", "staff without the second step");

    private static final Map<String, String> ROLES =
            Map.of("c", "clerk", "d", "dispatcher", "a", "administrator", "u", "auditor", "r", "resident");

    private static final String HEAD = """
            # Who may do what

            Each page and each form of the product, and who may see or send it. Written from
            `server/src/test/resources/access/pages.txt` and `api.txt`, which `AccessMatrixTest` tries cell by cell on the
            running product: every address it answers, by everybody below.

            What is asked for belongs to a village: *whose it is* asked for the service, or wrote the draft. *Station* is
            the village's own, *institute* and *center* stand above it, *sister* is the village beside it, *elsewhere* is
            the center of another county. Behind a # stands which thing is meant, where it makes a difference. Whoever is
            not named is answered as if the thing did not exist: it is not found, or refused in the very words in which
            what never was is refused. Before that everybody is asked to sign in.

            | address | who may | who is refused, with the reason |
            |---|---|---|
            """;

    private static final String API = """

            ## For machines

            A token acts as the person who made it: an endpoint is open to whom its page is, by a token with the scope. A
            token without the scope is refused; one that has expired, was taken back or never was is asked to sign in.

            | endpoint | scope | as the page |
            |---|---|---|
            """;

    private AccessDoc() {}

    static String of(AccessTable pages, ApiTable api) {
        var text = new StringBuilder(HEAD);
        pages.lines()
                .forEach((route, verdicts) -> text.append("| `%s` | %s | %s |\n"
                        .formatted(route, who(verdicts, MAY), who(verdicts, EnumSet.of(Verdict.REFUSED)))));
        text.append(API);
        api.lines()
                .forEach((route, line) ->
                        text.append("| `%s` | `%s` | %s |\n".formatted(route, line.scope(), as(line))));
        return text.toString();
    }

    private static String as(ApiTable.Line line) {
        return line.as() == null ? "none; for " + who(line.cells(), MAY) : "`" + line.as() + "`";
    }

    private static String who(Map<String, Verdict> verdicts, Set<Verdict> wanted) {
        var all = verdicts.entrySet().stream()
                .filter(cell -> wanted.contains(cell.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        if (all.size() == verdicts.size()) {
            return "everybody";
        }
        if (all.size() == verdicts.size() - 1 && !all.contains("out.n")) {
            return "everybody who is signed in";
        }
        return groups(verdicts, all).stream().collect(Collectors.joining("; "));
    }

    private static List<String> groups(Map<String, Verdict> verdicts, List<String> chosen) {
        var words = new ArrayList<String>();
        var all = byGroup(List.copyOf(verdicts.keySet()));
        byGroup(chosen).forEach((group, letters) -> words.add(group(group, letters, letters.equals(all.get(group)))));
        return words;
    }

    private static Map<String, List<String>> byGroup(List<String> columns) {
        return columns.stream()
                .collect(Collectors.groupingBy(
                        column -> column.substring(0, column.indexOf('.')),
                        LinkedHashMap::new,
                        Collectors.mapping(column -> column.substring(column.indexOf('.') + 1), Collectors.toList())));
    }

    private static String group(String group, List<String> letters, boolean whole) {
        return switch (group) {
            case "out" -> "nobody signed in";
            case "village" -> whole ? "everybody of the village" : words(letters, PEOPLE);
            case "other" -> "elsewhere: " + (whole ? "everybody" : words(letters, ROLES));
            default -> group + ": " + (whole ? "all staff" : words(letters, ROLES));
        };
    }

    private static String words(List<String> letters, Map<String, String> words) {
        return letters.stream()
                .map(letter -> words.getOrDefault(letter, letter))
                .collect(Collectors.joining(", "));
    }
}
