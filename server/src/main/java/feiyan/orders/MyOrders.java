package feiyan.orders;

import feiyan.units.Actor;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * The orders that somebody asked for, or as a swallow volunteer placed for others; the latest first. Of others' the
 * words only until they are over, and nothing of what is confidential, as {@link WhoSees} has it.
 */
@Service
public class MyOrders {

    public static final int PAGE = 20;

    private final JdbcClient jdbc;
    private final OrderWords words;

    MyOrders(JdbcClient jdbc, OrderWords words) {
        this.jdbc = jdbc;
        this.words = words;
    }

    /** At most {@value #PAGE}, those placed before {@code before}. */
    public List<OrderLine> of(Actor actor, @Nullable OrderId before) {
        return jdbc.sql("select " + OrderLines.COLUMNS + """
                , case when o.requester_id = :person or o.state in (
                    'SUBMITTED', 'RETURNED', 'APPROVED', 'OFFERED', 'ACCEPTED', 'IN_SERVICE', 'MERGED')
                  then t.need end as need
                from service_order o
                left join order_words t on t.county_id = o.county_id and t.order_id = o.id and t.county_id = :county
                where o.county_id = :county and o.id < :before
                  and (o.requester_id = :person or (o.placed_by = :person and o.channel = 'SWALLOW' and not o.confidential))
                order by o.id desc limit :page
                """)
                .param("county", actor.county().value())
                .param("person", actor.person().value())
                .param("before", before == null ? new UUID(-1, -1) : before.value())
                .param("page", PAGE)
                .query((row, number) -> OrderLines.of(
                        row,
                        words.open(
                                actor.county(),
                                "need",
                                new OrderId(row.getObject("id", UUID.class)),
                                row.getBytes("need"))))
                .list();
    }
}
