package feiyan.orders;

import feiyan.accounts.PersonId;
import feiyan.orders.OrderParties.Part;
import feiyan.platform.CountyId;
import feiyan.units.UnitId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Whom an event of an order concerns, for whoever tells them. Asked with what the outbox holds: an id and a version.
 */
@Repository
public class OrderStakeholders {

    private final JdbcClient jdbc;

    OrderStakeholders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What happened, without words.
     *
     * @param unit where the order stood afterwards
     * @param actor null where the clock did it
     */
    public record Event(
            Verb verb,
            State to,
            UnitId unit,
            @Nullable PersonId actor,
            @Nullable String reason) {}

    /** Somebody who asked for a service, and the order by which they know it. */
    public record Asking(OrderId order, PersonId person) {}

    public Optional<Event> event(CountyId county, OrderId order, int version) {
        return jdbc.sql("""
                select command, to_state, unit_id, actor_id, reason from order_event
                where county_id = :county and order_id = :order and version = :version
                """)
                .param("county", county.value())
                .param("order", order.value())
                .param("version", version)
                .query(OrderStakeholders::event)
                .optional();
    }

    private static Event event(ResultSet row, int number) throws SQLException {
        var actor = row.getObject("actor_id", UUID.class);
        return new Event(
                Verb.of(row.getString("command")),
                State.valueOf(row.getString("to_state")),
                new UnitId(row.getObject("unit_id", UUID.class)),
                actor == null ? null : new PersonId(actor),
                row.getString("reason"));
    }

    /**
     * The requester, and the swallow volunteer who ordered on their behalf: the old person may never look here. What is
     * confidential is between the requester and who serves. Of a group order those of its merged children, each by the
     * child's own order.
     */
    public List<Asking> askers(CountyId county, OrderId order) {
        return jdbc.sql("""
                select o.id, asker.person_id
                from service_order o
                cross join lateral (
                  select o.requester_id union select o.placed_by where o.channel = 'SWALLOW' and not o.confidential) asker (person_id)
                where o.county_id = :county and asker.person_id is not null
                  and (o.id = :order or (o.parent_id = :order and o.state = 'MERGED'))
                order by o.id, asker.person_id
                """)
                .param("county", county.value())
                .param("order", order.value())
                .query((row, number) -> new Asking(
                        new OrderId(row.getObject("id", UUID.class)),
                        new PersonId(row.getObject("person_id", UUID.class))))
                .list();
    }

    /** Somebody who follows whoever asked for a service, and the order by which they know it. */
    public record Following(OrderId order, PersonId parent, PersonId follower) {}

    /** At this moment, of what is not confidential; of a group order those of its merged children. */
    public List<Following> followers(CountyId county, OrderId order) {
        return jdbc.sql("""
                select f.order_id, f.parent_id, f.follower_id from order_following f
                where f.county_id = :county and (f.order_id = :order or f.group_id = :order)
                order by f.order_id, f.follower_id
                """)
                .param("county", county.value())
                .param("order", order.value())
                .query((row, number) -> new Following(
                        new OrderId(row.getObject("order_id", UUID.class)),
                        new PersonId(row.getObject("parent_id", UUID.class)),
                        new PersonId(row.getObject("follower_id", UUID.class))))
                .list();
    }

    /** Those whom dispatch has made party to the order at this moment. */
    public Set<PersonId> parties(CountyId county, OrderId order, Set<Part> parts) {
        return new LinkedHashSet<>(jdbc.sql("""
                select distinct person_id from order_party
                where county_id = :county and order_id = :order and part = any(:parts)
                order by person_id
                """)
                .param("county", county.value())
                .param("order", order.value())
                .param("parts", parts.stream().map(Part::name).toArray(String[]::new))
                .query((row, number) -> new PersonId(row.getObject("person_id", UUID.class)))
                .list());
    }
}
