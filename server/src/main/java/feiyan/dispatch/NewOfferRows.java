package feiyan.dispatch;

import feiyan.accounts.PersonId;
import feiyan.orders.ServiceSheet;
import feiyan.platform.CountyId;
import feiyan.platform.DbTime;
import feiyan.units.CoarsePosition;
import java.sql.Types;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Writes a new offer with its first event, and to a person with what is kept of why it was they who were asked, all in
 * one statement. Of a team nothing is kept: its members were not chosen here. Runs in the door's transaction.
 */
@Repository
class NewOfferRows {

    private static final double HUNDRED = 100;

    private static final String MADE = """
            with made as (
              insert into offer (county_id, id, version, state, order_id, team_id, volunteer_id, proposed_from,
                proposed_to, deadline, made_at)
              values (:county, :id, :version, :state, :order, :team, :volunteer, :from, :to, :deadline, :now)
              returning county_id, id, version)""";

    /** What stands here is what was before this offer: the statement does not see its own rows. */
    private static final String BECAUSE = """
            , because as (
              insert into offer_reason (county_id, offer_id, volunteer_id, way, metres, visits, booked_minutes,
                asked_before, days_since_asked)
              select made.county_id, made.id, :volunteer, :way, :metres,
                (select count(*) from seat s
                  join order_origin b on b.county_id = :county and b.order_id = s.order_id
                  where s.county_id = :county and s.volunteer_id = :volunteer and s.state = 'SERVED'
                    and b.requester_id = (select o.requester_id from order_origin o
                      where o.county_id = :county and o.order_id = :order)),
                coalesce((select w.booked_minutes from volunteer_week w
                  where w.county_id = :county and w.volunteer_id = :volunteer and w.week = :week), 0),
                (select count(*) from offer f
                  join offer_event e on e.county_id = :county and e.offer_id = f.id and e.version = 1
                  where f.county_id = :county and f.volunteer_id = :volunteer
                    and f.made_at > :lately and f.made_at <= :now and e.actor_id is distinct from f.volunteer_id),
                (select floor(extract(epoch from (:now::timestamptz - f.made_at)) / 86400)::int from offer f
                  join offer_event e on e.county_id = :county and e.offer_id = f.id and e.version = 1
                  where f.county_id = :county and f.volunteer_id = :volunteer
                    and f.made_at <= :now and e.actor_id is distinct from f.volunteer_id
                  order by f.made_at desc limit 1)
              from made)""";

    private static final String BEGUN = """

            insert into offer_event (county_id, offer_id, version, from_state, command, to_state, at, actor_id)
            select county_id, id, version, 'NEW', :command, :state, :now, :actor from made
            """;

    private static final String TO_TEAM = MADE + BEGUN;
    private static final String TO_VOLUNTEER = MADE + BECAUSE + BEGUN;

    private final JdbcClient db;
    private final HeldServices held;

    NewOfferRows(JdbcClient db, HeldServices held) {
        this.db = db;
        this.held = held;
    }

    void make(ServiceSheet order, Offer.Open offer, OfferCommand.Make command, PersonId by, Instant now) {
        var facts = offer.facts();
        var insert = switch (facts.invitee()) {
            case Invitee.ToTeam(var team) ->
                db.sql(TO_TEAM).param("team", team.value()).param("volunteer", null, Types.OTHER);
            case Invitee.ToVolunteer(var volunteer) ->
                db.sql(TO_VOLUNTEER)
                        .param("team", null, Types.OTHER)
                        .param("volunteer", volunteer.value())
                        .param("way", way(order, volunteer, by).name())
                        .param("metres", metres(order, facts.county(), volunteer), Types.INTEGER)
                        .param("week", ServiceRules.week(facts.proposed().from()))
                        .param("lately", DbTime.of(now.minus(OfferReasons.A_WEEK)));
        };
        insert.param("county", facts.county().value())
                .param("id", facts.id().value())
                .param("version", facts.version())
                .param("state", offer.state().name())
                .param("order", facts.order().value())
                .param("from", DbTime.of(facts.proposed().from()))
                .param("to", DbTime.of(facts.proposed().to()))
                .param("deadline", DbTime.of(facts.deadline()))
                .param("now", DbTime.of(now))
                .param("command", command.verb())
                .param("actor", by.value())
                .update();
        held.changed(offer);
    }

    private static OfferReason.Way way(ServiceSheet order, PersonId volunteer, PersonId by) {
        if (volunteer.equals(by)) {
            return OfferReason.Way.TAKEN;
        }
        return volunteer.equals(order.named()) ? OfferReason.Way.WISHED : OfferReason.Way.CHOSEN;
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
}
