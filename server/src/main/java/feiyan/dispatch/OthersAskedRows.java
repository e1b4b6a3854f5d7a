package feiyan.dispatch;

import feiyan.accounts.PersonId;
import feiyan.orders.OrderId;
import feiyan.orders.Slot;
import feiyan.platform.CountyId;
import feiyan.platform.DbTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who was asked for some orders and why, and what is to be compared with it of one who was not. */
@Repository
class OthersAskedRows {

    private final JdbcClient db;

    OthersAskedRows(JdbcClient db) {
        this.db = db;
    }

    /**
     * One offer.
     *
     * @param mine whether it was made to the one who looks
     * @param reason null for a team's, and where it has gone with the person
     */
    record Row(
            OrderId order,
            boolean mine,
            boolean team,
            Slot proposed,
            Instant madeAt,
            @Nullable OfferReason reason) {}

    /** The oldest first. */
    List<Row> of(CountyId county, PersonId whose, Collection<OrderId> orders, Instant since) {
        return db.sql("""
                select f.order_id, f.volunteer_id = :whose as mine, f.team_id is not null as team, f.proposed_from,
                  f.proposed_to, f.made_at, r.way, r.metres, r.visits, r.booked_minutes, r.asked_before,
                  r.days_since_asked
                from offer f left join offer_reason r on r.county_id = :county and r.offer_id = f.id
                where f.county_id = :county and f.order_id = any(:orders) and f.made_at > :since order by f.id
                """)
                .param("whose", whose.value())
                .param("county", county.value())
                .param("orders", ids(orders))
                .param("since", DbTime.of(since))
                .query(OthersAskedRows::row)
                .list();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                new OrderId(row.getObject("order_id", UUID.class)),
                row.getBoolean("mine"),
                row.getBoolean("team"),
                new Slot(DbTime.read(row, "proposed_from"), DbTime.read(row, "proposed_to")),
                DbTime.read(row, "made_at"),
                row.getString("way") == null ? null : OfferReasons.reason(row, number));
    }

    /** When somebody was asked; what they took unasked does not count. */
    List<Instant> asked(CountyId county, PersonId whose, Instant since) {
        return db.sql("""
                select f.made_at from offer f
                join offer_event e on e.county_id = :county and e.offer_id = f.id and e.version = 1
                where f.county_id = :county and f.volunteer_id = :whose and f.made_at > :since
                  and e.actor_id is distinct from f.volunteer_id
                """)
                .param("county", county.value())
                .param("whose", whose.value())
                .param("since", DbTime.of(since))
                .query((row, number) -> DbTime.read(row, "made_at"))
                .list();
    }

    /** Of the orders those of households that somebody has served already. */
    Set<OrderId> knownTo(CountyId county, PersonId whose, Collection<OrderId> orders) {
        return new HashSet<>(db.sql("""
                select distinct o.order_id from seat s
                join order_origin b on b.county_id = :county and b.order_id = s.order_id
                join order_origin o on o.county_id = :county and o.requester_id = b.requester_id
                where s.county_id = :county and s.volunteer_id = :whose and s.state = 'SERVED'
                  and o.order_id = any(:orders)
                """)
                .param("county", county.value())
                .param("whose", whose.value())
                .param("orders", ids(orders))
                .query((row, number) -> new OrderId(row.getObject("order_id", UUID.class)))
                .list());
    }

    private static UUID[] ids(Collection<OrderId> orders) {
        return orders.stream().map(OrderId::value).toArray(UUID[]::new);
    }
}
