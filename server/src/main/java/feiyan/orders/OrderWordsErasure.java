package feiyan.orders;

import feiyan.platform.CountyId;
import feiyan.platform.DbTime;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What an order says of a household, in each of its tables. The search index writes the order anew, without words. */
@Component
class OrderWordsErasure implements WordsErasure {

    private static final List<String> STATEMENTS = List.of(
            """
            update order_words
            set need = null, recipient_name = null, phone = null, address = null, phone_key = null, erased_at = :now
            where county_id = :county and order_id = any(:orders)
            """,
            "delete from order_note where county_id = :county and order_id = any(:orders)",
            "delete from order_media where county_id = :county and order_id = any(:orders)",
            "delete from order_search where county_id = :county and order_id = any(:orders)",
            "update order_rating set words = null where county_id = :county and order_id = any(:orders)",
            """
            delete from complaint_words where county_id = :county and complaint_id in (
              select c.id from complaint c where c.county_id = :county and c.order_id = any(:orders))
            """,
            """
            update service_order set latitude = null, longitude = null
            where county_id = :county and id = any(:orders)
            """);

    private final JdbcClient jdbc;

    OrderWordsErasure(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void eraseWords(CountyId county, Collection<OrderId> orders, Instant now) {
        var ids = orders.stream().map(OrderId::value).toArray(UUID[]::new);
        for (var sql : STATEMENTS) {
            var statement = jdbc.sql(sql).param("county", county.value()).param("orders", ids);
            (sql.contains(":now") ? statement.param("now", DbTime.of(now)) : statement).update();
        }
    }
}
