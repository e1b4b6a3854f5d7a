package feiyan.orders;

import feiyan.platform.CountyId;
import feiyan.platform.FieldCipher;
import java.util.List;
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
    private static final String NEED = "need";
    private static final String RECIPIENT = "recipient_name";

    private final JdbcClient jdbc;
    private final FieldCipher cipher;

    OrderWords(JdbcClient jdbc, FieldCipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    /**
     * What is needed, and for whom.
     *
     * @param need null where only the name was asked for, as the other way round
     */
    record Said(@Nullable String need, @Nullable String recipient) {

        static final Said NOTHING = new Said(null, null);
    }

    Said said(Stored order, boolean need, boolean recipient) {
        if (!need && !recipient) {
            return Said.NOTHING;
        }
        var read = read(order, List.of(need ? NEED : RECIPIENT, recipient ? RECIPIENT : NEED));
        return new Said(need ? read.getFirst() : null, recipient ? read.getLast() : null);
    }

    Contact contact(Stored order) {
        var read = read(order, List.of("address", "phone"));
        return new Contact(read.getFirst(), read.getLast());
    }

    /** @param columns two of ours, never a stranger's */
    private List<String> read(Stored order, List<String> columns) {
        var facts = order.facts();
        return jdbc.sql("select w." + columns.getFirst() + " as first, w." + columns.getLast() + " as last" + """
                         from order_words w
                         join service_order o on o.county_id = w.county_id and o.id = w.order_id
                        where w.county_id = :county and o.county_id = :county and w.order_id = :id
                          and o.version = :version
                        """)
                .param("county", facts.county().value())
                .param("id", facts.id().value())
                .param("version", facts.version())
                .query((row, number) -> List.of(
                        open(facts.county(), columns.getFirst(), facts.id(), row.getBytes("first")),
                        open(facts.county(), columns.getLast(), facts.id(), row.getBytes("last"))))
                .optional()
                .orElse(List.of(ERASED, ERASED));
    }

    /** Empty where the words were erased. */
    String open(CountyId county, String column, OrderId order, byte @Nullable [] sealed) {
        return sealed == null ? ERASED : cipher.open(county, "order_words." + column, order.value(), sealed);
    }
}
