package feiyan.orders;

import feiyan.platform.CountyId;
import feiyan.platform.FieldCipher;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Words that go with an event: a question, a reason with its next step, what was done. Sealed, and erasable. */
@Repository
class OrderNotes {

    private static final String COLUMN = "order_note.words";

    private final JdbcClient jdbc;
    private final FieldCipher cipher;

    OrderNotes(JdbcClient jdbc, FieldCipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    /** Notes the words beside the order's last event; nothing where there are none. */
    void write(OrderFacts order, @Nullable String words) {
        if (words == null || words.isBlank()) {
            return;
        }
        jdbc.sql("""
                insert into order_note (county_id, order_id, version, words)
                values (:county, :id, :version, :words)
                """)
                .param("county", order.county().value())
                .param("id", order.id().value())
                .param("version", order.version())
                .param("words", cipher.seal(order.county(), COLUMN, order.id().value(), words.strip()))
                .update();
    }

    /** All notes of an order by the version of their event; only for those who may see its words. */
    Map<Integer, String> read(CountyId county, OrderId order) {
        var notes = new TreeMap<Integer, String>();
        jdbc.sql("select version, words from order_note where county_id = :county and order_id = :id")
                .param("county", county.value())
                .param("id", order.value())
                .query(row -> {
                    notes.put(row.getInt("version"), cipher.open(county, COLUMN, order.value(), row.getBytes("words")));
                });
        return notes;
    }
}
