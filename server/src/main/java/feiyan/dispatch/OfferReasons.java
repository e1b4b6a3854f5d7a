package feiyan.dispatch;

import feiyan.accounts.PersonId;
import feiyan.orders.ServiceSheet;
import feiyan.platform.CountyId;
import feiyan.platform.DbTime;
import feiyan.units.CoarsePosition;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is kept of why somebody was asked, with each offer to a person. Written in the door's transaction. */
@Repository
class OfferReasons {

    static final Duration A_WEEK = Duration.ofDays(7);

    private static final double HUNDRED = 100;

    private final JdbcClient db;

    OfferReasons(JdbcClient db) {
        this.db = db;
    }

    /** Of a team nothing is kept: its members were not chosen here. */
    void keep(ServiceSheet order, OfferFacts offer, PersonId by, Instant now) {
        if (offer.invitee() instanceof Invitee.ToVolunteer(var volunteer)) {
            keep(order, offer, volunteer, way(order, volunteer, by), now);
        }
    }

    private static OfferReason.Way way(ServiceSheet order, PersonId volunteer, PersonId by) {
        if (volunteer.equals(by)) {
            return OfferReason.Way.TAKEN;
        }
        return volunteer.equals(order.named()) ? OfferReason.Way.WISHED : OfferReason.Way.CHOSEN;
    }

    private void keep(ServiceSheet order, OfferFacts offer, PersonId volunteer, OfferReason.Way way, Instant now) {
        db.sql("""
                insert into offer_reason (county_id, offer_id, volunteer_id, way, metres, visits, booked_minutes,
                  asked_before, days_since_asked)
                select :county, :offer, :volunteer, :way, :metres,
                  (select count(*) from seat s
                    join order_origin b on b.county_id = :county and b.order_id = s.order_id
                    where s.county_id = :county and s.volunteer_id = :volunteer and s.state = 'SERVED'
                      and b.requester_id = (select o.requester_id from order_origin o
                        where o.county_id = :county and o.order_id = :order)),
                  coalesce((select w.booked_minutes from volunteer_week w
                    where w.county_id = :county and w.volunteer_id = :volunteer and w.week = :week), 0),
                  (select count(*) from offer f
                    join offer_event e on e.county_id = :county and e.offer_id = f.id and e.version = 1
                    where f.county_id = :county and f.volunteer_id = :volunteer and f.id <> :offer
                      and f.made_at > :lately and f.made_at <= :now and e.actor_id is distinct from f.volunteer_id),
                  (select floor(extract(epoch from (:now::timestamptz - f.made_at)) / 86400)::int from offer f
                    join offer_event e on e.county_id = :county and e.offer_id = f.id and e.version = 1
                    where f.county_id = :county and f.volunteer_id = :volunteer and f.id <> :offer
                      and f.made_at <= :now and e.actor_id is distinct from f.volunteer_id
                    order by f.made_at desc limit 1)
                """)
                .param("county", offer.county().value())
                .param("offer", offer.id().value())
                .param("volunteer", volunteer.value())
                .param("way", way.name())
                .param("metres", metres(order, offer.county(), volunteer), Types.INTEGER)
                .param("order", order.id().value())
                .param("week", ServiceRules.week(offer.proposed().from()))
                .param("lately", DbTime.of(now.minus(A_WEEK)))
                .param("now", DbTime.of(now))
                .update();
    }

    private @Nullable Integer metres(ServiceSheet order, CountyId county, PersonId volunteer) {
        var place = order.place();
        return place == null
                ? null
                : home(county, volunteer)
                        .map(home -> (int) (Math.round(home.metresTo(place) / HUNDRED) * HUNDRED))
                        .orElse(null);
    }

    private Optional<CoarsePosition> home(CountyId county, PersonId volunteer) {
        return db.sql("""
                select v.latitude, v.longitude from serving_volunteer v
                where v.county_id = :county and v.volunteer_id = :volunteer and v.latitude is not null
                """)
                .param("county", county.value())
                .param("volunteer", volunteer.value())
                .query((row, number) -> new CoarsePosition(row.getDouble("latitude"), row.getDouble("longitude")))
                .optional();
    }

    /** Empty for a team's offer, and where it has gone with the person. */
    Optional<OfferReason> find(CountyId county, OfferId offer) {
        return db.sql("""
                select r.way, r.metres, r.visits, r.booked_minutes, r.asked_before, r.days_since_asked
                from offer_reason r where r.county_id = :county and r.offer_id = :offer
                """)
                .param("county", county.value())
                .param("offer", offer.value())
                .query(OfferReasons::reason)
                .optional();
    }

    static OfferReason reason(ResultSet row, int number) throws SQLException {
        return new OfferReason(
                OfferReason.Way.valueOf(row.getString("way")),
                row.getObject("metres", Integer.class),
                row.getInt("visits"),
                row.getInt("booked_minutes"),
                row.getInt("asked_before"),
                row.getObject("days_since_asked", Integer.class));
    }
}
