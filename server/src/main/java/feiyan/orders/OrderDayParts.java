package feiyan.orders;

import feiyan.platform.CountyId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which part of each day of a longer window suits. */
@Repository
public class OrderDayParts {

    private final JdbcClient jdbc;

    OrderDayParts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** For a reader who sees the window: it says more exactly when. */
    public Optional<String> of(CountyId county, OrderView order) {
        return jdbc.sql("select part from order_day_part where county_id = :county and order_id = :id")
                .param("county", county.value())
                .param("id", order.id().value())
                .query(String.class)
                .optional();
    }

    void write(CountyId county, OrderId order, @Nullable String part) {
        if (part == null) {
            return;
        }
        jdbc.sql("insert into order_day_part (county_id, order_id, part) values (:county, :id, :part)")
                .param("county", county.value())
                .param("id", order.value())
                .param("part", part)
                .update();
    }
}
