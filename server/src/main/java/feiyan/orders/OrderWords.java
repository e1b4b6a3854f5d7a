package feiyan.orders;

import feiyan.platform.CountyId;
import feiyan.platform.FieldCipher;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads the sealed words of an order, each only where the caller's table grants it and only while the order is still at
 * the version for which it was granted.
 */
@Repository
class OrderWords {

    private static final String ERASED = "";

    private final JdbcClient jdbc;
    private final FieldCipher cipher;

    OrderWords(JdbcClient jdbc, FieldCipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    String need(Stored order) {
        return read(order, "need");
    }

    String recipient(Stored order) {
        return read(order, "recipient_name");
    }

    Contact contact(Stored order) {
        return new Contact(read(order, "address"), read(order, "phone"));
    }

    /** @param column one of ours, never a stranger's */
    private String read(Stored order, String column) {
        var facts = order.facts();
        return jdbc.sql("select w." + column + " as sealed from order_words w" + """
                         join service_order o on o.county_id = w.county_id and o.id = w.order_id
                        where w.county_id = :county and o.county_id = :county and w.order_id = :id
                          and o.version = :version
                        """)
                .param("county", facts.county().value())
                .param("id", facts.id().value())
                .param("version", facts.version())
                .query((row, number) -> open(facts.county(), column, facts.id(), row.getBytes("sealed")))
                .optional()
                .orElse(ERASED);
    }

    /** Empty where the words were erased. */
    String open(CountyId county, String column, OrderId order, byte @Nullable [] sealed) {
        return sealed == null ? ERASED : cipher.open(county, "order_words." + column, order.value(), sealed);
    }
}
