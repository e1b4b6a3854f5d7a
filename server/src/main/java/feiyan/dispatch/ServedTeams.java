package feiyan.dispatch;

import feiyan.accounts.PersonId;
import feiyan.orders.OrderId;
import feiyan.platform.CountyId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which teams took part in an order, for whoever asks them how it was. */
@Repository
public class ServedTeams {

    private final JdbcClient db;
    private final OfferRows offers;

    ServedTeams(JdbcClient db, OfferRows offers) {
        this.db = db;
        this.offers = offers;
    }

    /** A team's part in an order that is over, and who leads the team at this moment. */
    public record Led(OfferId offer, OrderId order, PersonId leader) {}

    /** The offers that teams accepted and still hold. */
    public List<OfferId> of(CountyId county, OrderId order) {
        return offers.of(county, order, OfferState.ACCEPTED).stream()
                .map(Offer::facts)
                .filter(offer -> offer.invitee() instanceof Invitee.ToTeam)
                .map(OfferFacts::id)
                .toList();
    }

    /** Empty where the order goes on after all, or the team gave it back or has nobody to lead it. */
    public Optional<Led> over(CountyId county, OfferId offer) {
        return db.sql("""
                select f.order_id, t.leader_id
                from offer f
                join standing_team t on t.county_id = :county and t.team_id = f.team_id
                join order_standing o on o.county_id = :county and o.order_id = f.order_id
                where f.county_id = :county and f.id = :offer and f.state = 'ACCEPTED'
                  and o.state in ('SERVED', 'CLOSED') and t.leader_id is not null
                """)
                .param("county", county.value())
                .param("offer", offer.value())
                .query((row, number) -> new Led(
                        offer,
                        new OrderId(row.getObject("order_id", UUID.class)),
                        new PersonId(row.getObject("leader_id", UUID.class))))
                .optional();
    }
}
