package feiyan.dispatch;

import feiyan.orders.OrderId;
import feiyan.units.Actor;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What has become of an offer that was answered, for whoever answered it, without a page's words. */
@Component
public class AnsweredOffers {

    private final JdbcClient db;
    private final HeldServices held;

    AnsweredOffers(JdbcClient db, HeldServices held) {
        this.db = db;
        this.held = held;
    }

    /** Who has just said yes in person is told by what they did; whatever else is asked is read. */
    public Optional<AnsweredOffer> find(Actor actor, OfferId id) {
        return held.offer(actor.county(), id)
                .filter(offer -> offer.facts().invitee().equals(new Invitee.ToVolunteer(actor.person())))
                .map(offer -> new AnsweredOffer(id, offer.state(), offer.facts().order()))
                .or(() -> read(actor, id));
    }

    private Optional<AnsweredOffer> read(Actor actor, OfferId id) {
        return db.sql("""
                select f.state, f.order_id from offer f
                left join standing_team t on t.county_id = :county and t.team_id = f.team_id
                where f.county_id = :county and f.id = :id and (f.volunteer_id = :person or t.leader_id = :person)
                """)
                .param("county", actor.county().value())
                .param("person", actor.person().value())
                .param("id", id.value())
                .query((row, number) -> new AnsweredOffer(
                        id,
                        OfferState.valueOf(row.getString("state")),
                        new OrderId(row.getObject("order_id", UUID.class))))
                .optional();
    }
}
