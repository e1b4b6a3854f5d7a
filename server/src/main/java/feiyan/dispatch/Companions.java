package feiyan.dispatch;

import feiyan.accounts.PersonId;
import feiyan.orders.OrderId;
import feiyan.orders.State;
import feiyan.units.Actor;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who comes along: for who holds a seat of the same order, from the time's being agreed until it is over. Those who are
 * only asked, and those who were there once, do not learn who else is.
 */
@Component
public class Companions {

    private final JdbcClient db;

    Companions(JdbcClient db) {
        this.db = db;
    }

    private record Found(OrderId order, PersonId person) {}

    /** @param own seats of the actor's, as {@link MyService} gives them */
    public Map<OrderId, List<PersonId>> of(Actor actor, Collection<SeatLine> own) {
        var orders = forSeveral(own);
        return orders.length == 0 ? Map.of() : seated(actor, orders);
    }

    private Map<OrderId, List<PersonId>> seated(Actor actor, UUID[] orders) {
        return db
                .sql("""
                select s.order_id, s.volunteer_id from seat s
                where s.county_id = :county and s.order_id = any(:orders) and s.volunteer_id <> :person
                  and s.state in ('TAKEN', 'PRESENT') and exists (
                    select from seat mine
                    where mine.county_id = :county and mine.order_id = s.order_id and mine.volunteer_id = :person
                      and mine.state in ('TAKEN', 'PRESENT'))
                order by s.order_id, s.place
                """)
                .param("county", actor.county().value())
                .param("person", actor.person().value())
                .param("orders", orders)
                .query((row, number) -> new Found(
                        new OrderId(row.getObject("order_id", UUID.class)),
                        new PersonId(row.getObject("volunteer_id", UUID.class))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Found::order, Collectors.mapping(Found::person, Collectors.toList())));
    }

    /** Agreed or under way; who goes alone has nobody along. */
    private static UUID[] forSeveral(Collection<SeatLine> own) {
        return own.stream()
                .map(SeatLine::order)
                .filter(order -> order.state() == State.ACCEPTED || order.state() == State.IN_SERVICE)
                .filter(order -> order.headcount() > 1)
                .map(order -> order.id().value())
                .toArray(UUID[]::new);
    }
}
