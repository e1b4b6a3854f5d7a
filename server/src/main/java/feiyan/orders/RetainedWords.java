package feiyan.orders;

import feiyan.platform.CountyId;
import feiyan.platform.DbTime;
import feiyan.platform.DueRows;
import feiyan.platform.Policy;
import feiyan.platform.Retained;
import feiyan.platform.Setting;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The words of orders that are over: need, name, telephone, address; notes, complaints, what was said with a rating. */
@Component
class RetainedWords implements Retained {

    private static final String DUE = """
            order_words w
            join order_over o on o.county_id = :county and o.order_id = w.order_id
            where w.county_id = :county and w.erased_at is null and o.over_at < :before""";

    private static final List<String> ERASURES = List.of(
            """
            update order_words set need = null, recipient_name = null, phone = null, address = null, phone_key = null,
              erased_at = :now
            where county_id = :county and order_id = any(:orders)""",
            "delete from order_note where county_id = :county and order_id = any(:orders)",
            "update order_rating set words = null where county_id = :county and order_id = any(:orders)",
            """
            delete from complaint_words where county_id = :county and complaint_id in (
              select c.id from complaint c where c.county_id = :county and c.order_id = any(:orders))""");

    private final JdbcClient jdbc;
    private final OrderSearchIndex index;
    private final InstantSource clock;

    RetainedWords(JdbcClient jdbc, OrderSearchIndex index, InstantSource clock) {
        this.jdbc = jdbc;
        this.index = index;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "words";
    }

    @Override
    public Setting<Integer> days() {
        return Policy.KEEP_WORDS;
    }

    @Override
    public Due due(CountyId county, Instant before) {
        return DueRows.count(jdbc, "o.over_at", DUE, county, before);
    }

    @Override
    public int letGo(CountyId county, Instant before, int atMost) {
        var orders = jdbc.sql("select w.order_id from " + DUE
                        + " order by o.over_at limit :most for update of w skip locked")
                .param("county", county.value())
                .param("before", DbTime.of(before))
                .param("most", atMost)
                .query(UUID.class)
                .list();
        var ids = orders.toArray(UUID[]::new);
        for (var erasure : ERASURES) {
            var statement = jdbc.sql(erasure).param("county", county.value()).param("orders", ids);
            (erasure.contains(":now") ? statement.param("now", DbTime.of(clock.instant())) : statement).update();
        }
        index.write(county, orders.stream().map(OrderId::new).toList());
        return orders.size();
    }
}
