package feiyan.orders;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Draws the order's graph from its types. */
class OrderGraphDocTest {

    private static final String HEAD = """
            # The life of an order

            Written by `OrderGraphDocTest` from the types in `feiyan.orders`; do not edit. The same triples stand in the
            table `order_transition`, and a test holds both together. Where an order *stands* (which unit has it) is a
            fact apart from its state.

            """;

    @Test
    void thePictureAndTheTableInTheDocsAreThoseOfTheTypes() throws IOException {
        GeneratedDoc.holds("order-lifecycle.md", HEAD + picture() + table());
    }

    private static String picture() {
        var arrows = new TreeMap<String, TreeSet<String>>(OrderMovesByType.triples().stream()
                .collect(groupingBy(
                        move -> "    " + name(move.from()) + " --> " + name(move.to()),
                        mapping(move -> move.verb().code(), toCollection(TreeSet::new)))));
        var lines = arrows.entrySet().stream()
                .map(arrow -> arrow.getKey() + ": " + String.join(", ", arrow.getValue()))
                .collect(joining("\n"));
        var ends = EnumSet.allOf(State.class).stream()
                .filter(State::isOver)
                .map(state -> "    " + state + " --> [*]")
                .collect(joining("\n"));
        return "```mermaid\nstateDiagram-v2\n" + lines + "\n" + ends + "\n```\n\n";
    }

    private static String name(State state) {
        return state == State.NEW ? "[*]" : state.name();
    }

    private static String table() {
        var rows = List.of(Verb.values()).stream().map(OrderGraphDocTest::row).collect(joining());
        return """
                | command | from → to | who, by a page |
                |---|---|---|
                """ + rows + """

                An empty last column: the clock gives the command, another module that has judged by its own rules, or
                the door that places the order.
                """;
    }

    private static String row(Verb verb) {
        var moves = OrderMovesByType.triples().stream()
                .filter(move -> move.verb() == verb)
                .collect(groupingBy(
                        OrderMovesByType.Move::to,
                        TreeMap::new,
                        mapping(move -> move.from().name(), joining(", "))));
        var ways = moves.entrySet().stream()
                .map(way -> way.getValue() + " → " + way.getKey())
                .collect(joining("; "));
        return "| `%s` | %s | %s |\n".formatted(verb.code(), ways, who(WhoMay.give(verb)));
    }

    private static String who(Set<Relation> relations) {
        return relations.stream()
                .sorted()
                .map(relation -> relation.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .collect(joining(", "));
    }
}
