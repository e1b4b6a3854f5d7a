package feiyan.orders;

import feiyan.accounts.PersonId;
import feiyan.platform.CountyId;
import feiyan.platform.DbTime;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Whom dispatch has made party to an order, and therefore may see some of it. Written by dispatch in the transaction
 * that makes or ends an offer or a seat; read by every query of an order.
 */
@Repository
public class OrderParties {

    /** What somebody is to an order beside its requester and its units. */
    public enum Part {
        OFFERED,
        LEADER,
        SEAT
    }

    private final JdbcClient jdbc;

    OrderParties(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void join(CountyId county, OrderId order, PersonId person, Part part, Instant now) {
        jdbc.sql("""
                insert into order_party (county_id, order_id, person_id, part, since)
                values (:county, :order, :person, :part, :now)
                on conflict (county_id, order_id, person_id, part) do nothing
                """)
                .param("county", county.value())
                .param("order", order.value())
                .param("person", person.value())
                .param("part", part.name())
                .param("now", DbTime.of(now))
                .update();
    }

    /** Leaves one part and joins another, by one statement. */
    public void change(CountyId county, OrderId order, PersonId person, Part before, Part now, Instant since) {
        jdbc.sql("""
                with gone as (
                  delete from order_party
                  where county_id = :county and order_id = :order and part = :before and person_id = :person)
                insert into order_party (county_id, order_id, person_id, part, since)
                values (:county, :order, :person, :part, :since)
                on conflict (county_id, order_id, person_id, part) do nothing
                """)
                .param("county", county.value())
                .param("order", order.value())
                .param("person", person.value())
                .param("before", before.name())
                .param("part", now.name())
                .param("since", DbTime.of(since))
                .update();
    }

    /** Whether the person serves, or leads those who serve, one of them; who gave it back does not. */
    boolean serves(CountyId county, Collection<OrderId> orders, PersonId person) {
        return jdbc.sql("""
                select exists (
                  select 1 from order_party
                  where county_id = :county and order_id = any(:orders) and person_id = :person
                    and part in ('LEADER', 'SEAT'))
                """)
                .param("county", county.value())
                .param("orders", orders.stream().map(OrderId::value).toArray(UUID[]::new))
                .param("person", person.value())
                .query(Boolean.class)
                .single();
    }

    public void leave(CountyId county, OrderId order, PersonId person, Part part) {
        jdbc.sql("""
                delete from order_party
                where county_id = :county and order_id = :order and part = :part and person_id = :person
                """)
                .param("county", county.value())
                .param("order", order.value())
                .param("person", person.value())
                .param("part", part.name())
                .update();
    }

    /** Nobody of this part remains: all offers of an order are withdrawn, or its seats released. */
    public void leaveAll(CountyId county, OrderId order, Part part) {
        jdbc.sql("delete from order_party where county_id = :county and order_id = :order and part = :part")
                .param("county", county.value())
                .param("order", order.value())
                .param("part", part.name())
                .update();
    }
}
