package feiyan.architecture;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What {@code docs/security.md} says: its items of the standard, its counts, and the tests that it names. */
record SecurityDoc(String text) {

    private static final Pattern ITEM =
            Pattern.compile("(?m)^\\| (V\\d+\\.\\d+\\.\\d+) \\| (\\d) \\| (.+?) \\| (.+) \\|$");
    private static final Pattern COUNT =
            Pattern.compile("(?m)^\\| (1|2|both) \\| (\\d+) \\| (\\d+) \\| (\\d+) \\| (\\d+) \\| (\\d+) \\|$");
    private static final Pattern TEST = Pattern.compile("`((?:[a-z]\\w*\\.)*[A-Z]\\w*Test(?:\\.\\w+)?)`");

    static SecurityDoc read() {
        try {
            return new SecurityDoc(Files.readString(Path.of("../docs/security.md")));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** How an item stands, by how its last column begins. */
    enum Standing {
        TESTED,
        BY_DESIGN,
        NOT_YET,
        NOT_APPLICABLE
    }

    record Item(String id, int level, String how, String heldBy) {

        Standing standing() {
            if (heldBy.startsWith("n/a: ")) {
                return Standing.NOT_APPLICABLE;
            }
            if (heldBy.startsWith("**not yet**: ")) {
                return Standing.NOT_YET;
            }
            return heldBy.startsWith("by design, no test") ? Standing.BY_DESIGN : Standing.TESTED;
        }

        boolean saysEnough() {
            return standing() != Standing.TESTED || !tests(heldBy).isEmpty();
        }
    }

    /** A line of the summary. */
    record Counts(long met, long tested, long notYet, long notApplicable, long all) {

        static Counts of(List<Item> items) {
            var by = items.stream().collect(groupingBy(Item::standing));
            long tested = by.getOrDefault(Standing.TESTED, List.of()).size();
            long designed = by.getOrDefault(Standing.BY_DESIGN, List.of()).size();
            long notYet = by.getOrDefault(Standing.NOT_YET, List.of()).size();
            long none = by.getOrDefault(Standing.NOT_APPLICABLE, List.of()).size();
            return new Counts(tested + designed, tested, notYet, none, items.size());
        }
    }

    List<Item> items() {
        return all(ITEM, text)
                .map(row -> new Item(row.group(1), Integer.parseInt(row.group(2)), row.group(3), row.group(4)))
                .toList();
    }

    /** By what they count: level 1, level 2, or both. */
    Map<String, Counts> counts() {
        return all(COUNT, text)
                .collect(toMap(
                        row -> row.group(1),
                        row -> new Counts(
                                number(row, 2), number(row, 3), number(row, 4), number(row, 5), number(row, 6))));
    }

    /** Each test or method of a test that the page names, wherever it stands. */
    List<String> tests() {
        return tests(text);
    }

    private static List<String> tests(String text) {
        return all(TEST, text).map(found -> found.group(1)).distinct().sorted().toList();
    }

    private static Stream<MatchResult> all(Pattern pattern, String text) {
        return pattern.matcher(text).results();
    }

    private static long number(MatchResult row, int group) {
        return Long.parseLong(row.group(group));
    }
}
