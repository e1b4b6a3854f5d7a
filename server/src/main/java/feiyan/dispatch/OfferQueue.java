package feiyan.dispatch;

import feiyan.accounts.PersonId;
import feiyan.orders.OrderId;
import feiyan.orders.Slot;
import feiyan.platform.CountyId;
import feiyan.platform.DbTime;
import feiyan.volunteers.TeamId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Who is still to be asked: one after the other, or as needed, where somebody looks again from time to time. The way is
 * one for all who wait for an order. Read and written with the order held.
 */
@Repository
class OfferQueue {

    private final JdbcClient db;
    private final HeldServices held;

    OfferQueue(JdbcClient db, HeldServices held) {
        this.db = db;
        this.held = held;
    }

    /**
     * Somebody who waits to be asked.
     *
     * @param by the dispatcher who chose them: the offer is made in that name when its turn comes
     * @param regardless of how often they were asked this week: the dispatcher saw it
     */
    record Waiting(int rank, Invitee invitee, Slot proposed, PersonId by, boolean regardless) {

        /** Only of who is no team. */
        PersonId somebody() {
            return switch (invitee) {
                case Invitee.ToVolunteer(var person) -> person;
                case Invitee.ToTeam(var team) -> throw new IllegalStateException("a team waits: " + team);
            };
        }
    }

    List<Waiting> of(CountyId county, OrderId order) {
        return db.sql("""
                select q.rank, q.team_id, q.volunteer_id, q.proposed_from, q.proposed_to, q.queued_by,
                  q.regardless
                from offer_queue q where q.county_id = :county and q.order_id = :order order by q.rank
                """)
                .param("county", county.value())
                .param("order", order.value())
                .query(OfferQueue::waiting)
                .list();
    }

    /** Behind those who wait already. */
    void add(CountyId county, OrderId order, Invitee invitee, Slot proposed, PersonId by, boolean regardless) {
        db.sql("""
                insert into offer_queue (county_id, order_id, rank, team_id, volunteer_id, proposed_from, proposed_to,
                  queued_by, regardless)
                select :county, :order, coalesce(max(q.rank), 0) + 1, :team, :volunteer, :from, :to, :by, :regardless
                from offer_queue q where q.county_id = :county and q.order_id = :order
                """)
                .param("county", county.value())
                .param("order", order.value())
                .param("team", invitee instanceof Invitee.ToTeam(var team) ? team.value() : null, Types.OTHER)
                .param(
                        "volunteer",
                        invitee instanceof Invitee.ToVolunteer(var person) ? person.value() : null,
                        Types.OTHER)
                .param("from", DbTime.of(proposed.from()))
                .param("to", DbTime.of(proposed.to()))
                .param("by", by.value())
                .param("regardless", regardless)
                .update();
        held.forget(county, order);
    }

    /** The first in the row, who waits no longer. */
    Optional<Waiting> take(CountyId county, OrderId order) {
        return db.sql("""
                delete from offer_queue
                where county_id = :county and order_id = :order and rank = (
                  select min(q.rank) from offer_queue q where q.county_id = :county and q.order_id = :order)
                returning rank, team_id, volunteer_id, proposed_from, proposed_to, queued_by, regardless
                """)
                .param("county", county.value())
                .param("order", order.value())
                .query(OfferQueue::waiting)
                .optional();
    }

    void remove(CountyId county, OrderId order, Waiting one) {
        db.sql("delete from offer_queue where county_id = :county and order_id = :order and rank = :rank")
                .param("county", county.value())
                .param("order", order.value())
                .param("rank", one.rank())
                .update();
    }

    /** Nobody who waits is asked any more. */
    void clear(CountyId county, OrderId order) {
        if (held.find(county, order).map(Standing::somebodyWaits).orElse(true)) {
            db.sql("""
                    with waiting as (delete from offer_queue where county_id = :county and order_id = :order)
                    delete from offer_look where county_id = :county and order_id = :order
                    """)
                    .param("county", county.value())
                    .param("order", order.value())
                    .update();
        }
    }

    /** From now on those who wait are asked one after the other. */
    void inTurn(CountyId county, OrderId order) {
        db.sql("delete from offer_look where county_id = :county and order_id = :order")
                .param("county", county.value())
                .param("order", order.value())
                .update();
    }

    /** From now on those who wait are asked as needed; at that moment somebody looks again whether more must be. */
    void lookAgain(CountyId county, OrderId order, Instant at) {
        db.sql("""
                insert into offer_look (county_id, order_id, look_at) values (:county, :order, :at)
                on conflict (county_id, order_id) do update set look_at = excluded.look_at
                """)
                .param("county", county.value())
                .param("order", order.value())
                .param("at", DbTime.of(at))
                .update();
        held.forget(county, order);
    }

    /** When somebody looks again; empty where they are asked in turn, or nobody waits. */
    Optional<Instant> look(CountyId county, OrderId order) {
        return db.sql("select look_at from offer_look where county_id = :county and order_id = :order")
                .param("county", county.value())
                .param("order", order.value())
                .query((row, number) -> DbTime.read(row, "look_at"))
                .optional();
    }

    List<OrderId> toLookAt(CountyId county, Instant now, int most) {
        return db.sql("""
                select l.order_id from offer_look l
                where l.county_id = :county and l.look_at <= :now order by l.look_at, l.order_id limit :most
                """)
                .param("county", county.value())
                .param("now", DbTime.of(now))
                .param("most", most)
                .query((row, number) -> new OrderId(row.getObject("order_id", UUID.class)))
                .list();
    }

    private static Waiting waiting(ResultSet row, int number) throws SQLException {
        var team = row.getObject("team_id", UUID.class);
        return new Waiting(
                row.getInt("rank"),
                team == null
                        ? new Invitee.ToVolunteer(new PersonId(row.getObject("volunteer_id", UUID.class)))
                        : new Invitee.ToTeam(new TeamId(team)),
                new Slot(DbTime.read(row, "proposed_from"), DbTime.read(row, "proposed_to")),
                new PersonId(row.getObject("queued_by", UUID.class)),
                row.getBoolean("regardless"));
    }
}
