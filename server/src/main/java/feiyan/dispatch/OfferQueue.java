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
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who is still to be asked when one is asked after the other. Read and written with the order held. */
@Repository
class OfferQueue {

    private final JdbcClient db;

    OfferQueue(JdbcClient db) {
        this.db = db;
    }

    /** @param by the dispatcher who chose them: the offer is made in that name when its turn comes */
    record Waiting(int rank, Invitee invitee, Slot proposed, PersonId by) {}

    List<Waiting> of(CountyId county, OrderId order) {
        return db.sql("""
                select q.rank, q.team_id, q.volunteer_id, q.proposed_from, q.proposed_to, q.queued_by
                from offer_queue q where q.county_id = :county and q.order_id = :order order by q.rank
                """)
                .param("county", county.value())
                .param("order", order.value())
                .query(OfferQueue::waiting)
                .list();
    }

    /** Behind those who wait already. */
    void add(CountyId county, OrderId order, Invitee invitee, Slot proposed, PersonId by) {
        db.sql("""
                insert into offer_queue (county_id, order_id, rank, team_id, volunteer_id, proposed_from, proposed_to,
                  queued_by)
                select :county, :order, coalesce(max(q.rank), 0) + 1, :team, :volunteer, :from, :to, :by
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
                .update();
    }

    /** The first in the row, who waits no longer. */
    Optional<Waiting> take(CountyId county, OrderId order) {
        return db.sql("""
                delete from offer_queue
                where county_id = :county and order_id = :order and rank = (
                  select min(q.rank) from offer_queue q where q.county_id = :county and q.order_id = :order)
                returning rank, team_id, volunteer_id, proposed_from, proposed_to, queued_by
                """)
                .param("county", county.value())
                .param("order", order.value())
                .query(OfferQueue::waiting)
                .optional();
    }

    /** @return how many are asked no more */
    int clear(CountyId county, OrderId order) {
        return db.sql("delete from offer_queue where county_id = :county and order_id = :order")
                .param("county", county.value())
                .param("order", order.value())
                .update();
    }

    private static Waiting waiting(ResultSet row, int number) throws SQLException {
        var team = row.getObject("team_id", UUID.class);
        return new Waiting(
                row.getInt("rank"),
                team == null
                        ? new Invitee.ToVolunteer(new PersonId(row.getObject("volunteer_id", UUID.class)))
                        : new Invitee.ToTeam(new TeamId(team)),
                new Slot(DbTime.read(row, "proposed_from"), DbTime.read(row, "proposed_to")),
                new PersonId(row.getObject("queued_by", UUID.class)));
    }
}
