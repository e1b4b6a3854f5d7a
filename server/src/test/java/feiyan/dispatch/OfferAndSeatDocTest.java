package feiyan.dispatch;

import static java.util.stream.Collectors.joining;

import feiyan.orders.GeneratedDoc;
import feiyan.platform.database.TestDatabase;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Draws the small graphs of offer and seat from their tables, which {@link TransitionsTest} holds to the types. */
class OfferAndSeatDocTest {

    private static final String HEAD = """
            # The lives of an offer, of a seat and of a proposal of another time

            Written by `OfferAndSeatDocTest` from `offer_transition`, `seat_transition` and `time_proposal_transition`,
            which `TransitionsTest` and `TimeProposalsTest` hold to the types in `feiyan.dispatch`; do not edit. The order has [a life of its own](order-lifecycle.md): a
            decline, a no-show or a proof of one seat is a fact of the seat.
            """;

    @Test
    void thePicturesInTheDocsAreThoseOfTheTables() throws IOException {
        try (var database = TestDatabase.migrated()) {
            var jdbc = JdbcClient.create(database.asApp());
            var pictures = picture(jdbc, "Offer", "offer_transition")
                    + picture(jdbc, "Seat", "seat_transition")
                    + picture(jdbc, "Another time", "time_proposal_transition");
            GeneratedDoc.holds("offer-and-seat-lifecycle.md", HEAD + pictures);
        }
    }

    private static String picture(JdbcClient jdbc, String name, String table) {
        var arrows =
                jdbc.sql("""
                select case from_state when 'NEW' then '[*]' else from_state end || ' --> ' || to_state || ': '
                  || string_agg(command, ', ' order by command) as arrow
                from %s group by from_state, to_state order by from_state = 'NEW' desc, from_state, to_state
                """.formatted(table)).query((row, number) -> "    " + row.getString("arrow")).list().stream()
                        .collect(joining("\n"));
        return "\n## " + name + "\n\n```mermaid\nstateDiagram-v2\n" + arrows + "\n```\n";
    }
}
