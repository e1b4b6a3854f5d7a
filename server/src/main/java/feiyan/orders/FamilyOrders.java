package feiyan.orders;

import feiyan.units.Actor;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The orders of those whom somebody follows, the latest first; what is confidential is not among them. */
@Service
public class FamilyOrders {

    public static final int PAGE = 20;

    private final JdbcClient jdbc;
    private final OrderWords words;

    FamilyOrders(JdbcClient jdbc, OrderWords words) {
        this.jdbc = jdbc;
        this.words = words;
    }

    /** At most {@value #PAGE}, those placed before {@code before}. */
    public List<OrderLine> of(Actor actor, @Nullable OrderId before) {
        return jdbc.sql("select " + OrderLines.COLUMNS + """
                , t.need
                from service_order o
                left join order_words t on t.county_id = o.county_id and t.order_id = o.id and t.county_id = :county
                where o.county_id = :county and o.id < :before and not o.confidential
                  and exists (
                    select 1 from order_follower f
                    where f.county_id = :county and f.parent_id = o.requester_id and f.follower_id = :person
                      and f.withdrawn_at is null)
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
