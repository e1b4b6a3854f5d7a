package feiyan.orders;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Writes the table that the queries read for those who only read the docs. */
class WhoSeesDocTest {

    private static final String HEAD = """
            # Who sees what of an order, and who may do what

            Written by `WhoSeesDocTest` from `WhoSees` and `WhoMay`; do not edit. The queries, the pages and the tests
            read the same tables. Somebody who stands in several columns sees the most that any of them grants.

            """;

    private static final String BETWEEN = """

            - **shown**; **audited**: each view is kept with viewer and time; **on demand**: after giving a reason,
              which is kept, too; **summary**: the project's name instead of the words; **aggregate**: only as part of a
              sum over many.
            - **serving**: seat holder or leader while the order is accepted or in service; **served**: the same people
              afterwards, who read the rating after a delay of three days.
            - **proxy**: the swallow volunteer who ordered at the requester's door, until the order is served or
              otherwise over; then stands in the column of those who served. Nobody of a confidential order.
            - **follower**: lives away and was allowed by the requester, until either of them withdraws it; gives no
              command, and stands in no column of a confidential order.
            - **path**: units in whose subtree the order stands or has stood. Of a **confidential** order only the staff
              of the very unit that has it or dispatches it; everybody above stands in the last column and sees a count.

            | command | who |
            |---|---|
            """;

    @Test
    void theTablesInTheDocsAreThoseOfTheCode() throws IOException {
        GeneratedDoc.holds("who-sees-what.md", HEAD + sights() + BETWEEN + commands());
    }

    private static String sights() {
        var audiences = List.of(Audience.values());
        var head = audiences.stream().map(WhoSeesDocTest::words).collect(joining(" | ", "| | ", " |\n"));
        var rows = List.of(Field.values()).stream()
                .map(field -> audiences.stream()
                        .map(audience -> sight(WhoSees.sees(audience, field)))
                        .collect(joining(" | ", "| " + words(field) + " | ", " |\n")))
                .collect(joining());
        return head + "|---".repeat(audiences.size() + 1) + "|\n" + rows;
    }

    private static String sight(Sight sight) {
        return sight == Sight.NOTHING ? "–" : words(sight);
    }

    private static String commands() {
        return List.of(Verb.values()).stream()
                .filter(verb -> !WhoMay.give(verb).isEmpty())
                .map(verb -> "| `%s` | %s |\n"
                        .formatted(
                                verb.code(),
                                WhoMay.give(verb).stream()
                                        .sorted()
                                        .map(WhoSeesDocTest::words)
                                        .collect(joining(", "))))
                .collect(joining());
    }

    private static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
