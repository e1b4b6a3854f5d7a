package feiyan.dispatch;

import feiyan.accounts.PersonId;
import feiyan.orders.OrderId;
import feiyan.orders.ServiceSheet;
import feiyan.orders.Slot;
import feiyan.platform.DbTime;
import feiyan.units.Actor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What waits for a volunteer or a team's leader: offers to answer, teams' orders to fill, seats by day. */
@Component
public class MyService {

    /** A seat that is over stays on the page for so long, to look at what was done. */
    private static final Duration LOOKING_BACK = Duration.ofDays(7);

    /** As a list first: asked for by a join, all offers would be read to see whose team has them. */
    private static final String LED = """
            f.team_id = any(array(
              select l.team_id from standing_team l where l.county_id = :county and l.leader_id = :person))
            """;

    /** What a team took longer ago than this is over, however often it was put off: it need not be looked through. */
    private static final String LATELY =
            " and f.state = 'ACCEPTED' and f.deadline > :now - interval '1 year' and f.deadline < 'infinity'";

    /** Each offer's order is looked up by itself: a planner would read all orders for a year's offers of some teams. */
    private static final String OFFERS = """
            select %s, t.name as team,
              (select count(*) from seat s
                where s.county_id = :county and s.order_id = f.order_id and s.state in ('TAKEN', 'PRESENT')) as seated
            from offer f
            cross join lateral (
              select x.state, x.agreed_from, x.agreed_to from order_standing x
              where x.county_id = :county and x.order_id = f.order_id offset 0) o
            left join standing_team t on t.county_id = :county and t.team_id = f.team_id
            where f.county_id = :county and\s""".formatted(OfferRows.COLUMNS);

    private static final String MINE = "(f.volunteer_id = :person or " + LED + ")";

    private final JdbcClient db;
    private final Lines lines;
    private final InstantSource clock;

    MyService(JdbcClient db, Lines lines, InstantSource clock) {
        this.db = db;
        this.lines = lines;
        this.clock = clock;
    }

    /** To answer, the soonest deadline first. */
    public List<OfferLine> toAnswer(Actor actor) {
        return offers(actor, MINE + """
                 and f.state = 'OPEN' and f.deadline > :now and f.deadline < 'infinity'
                order by f.deadline, f.id limit 50
                """);
    }

    /** Taken on for a team and still to come. */
    public List<OfferLine> toLead(Actor actor) {
        return offers(actor, LED + LATELY + """
                 and coalesce(o.agreed_to, f.proposed_to) > :now - interval '1 day'
                order by coalesce(o.agreed_from, f.proposed_from), f.id limit 50
                """);
    }

    /** Served by a team that the actor leads, in the last two months; the latest first. */
    public List<OfferLine> ledAndOver(Actor actor) {
        return offers(actor, LED + LATELY + """
                 and coalesce(o.agreed_to, f.proposed_to) > :now - interval '60 days' and o.state in ('SERVED', 'CLOSED')
                order by coalesce(o.agreed_from, f.proposed_from) desc, f.id limit 50
                """);
    }

    /** One offer for who answers for it. */
    public Optional<OfferLine> offer(Actor actor, OfferId id) {
        return db.sql(OFFERS + MINE + " and f.id = :id")
                .param("county", actor.county().value())
                .param("person", actor.person().value())
                .param("id", id.value())
                .query((row, number) ->
                        new Found(OfferRows.offer(row, number), row.getString("team"), row.getInt("seated")))
                .optional()
                .map(found -> line(
                        lines.of(actor.county(), List.of(found.offer().facts().order())), found));
    }

    private List<OfferLine> offers(Actor actor, String which) {
        var found = db.sql(OFFERS + which)
                .param("county", actor.county().value())
                .param("person", actor.person().value())
                .param("now", DbTime.of(clock.instant()))
                .query((row, number) ->
                        new Found(OfferRows.offer(row, number), row.getString("team"), row.getInt("seated")))
                .list();
        var read = lines.of(
                actor.county(),
                found.stream().map(each -> each.offer().facts().order()).toList());
        return found.stream().map(each -> line(read, each)).toList();
    }

    private record Found(Offer offer, @Nullable String team, int seated) {}

    private static OfferLine line(Lines.Read read, Found found) {
        var facts = found.offer().facts();
        var order = Objects.requireNonNull(read.orders().get(facts.order()));
        return new OfferLine(
                facts.id(),
                found.offer().state(),
                facts.invitee() instanceof Invitee.ToTeam(var team) ? team : null,
                found.team(),
                order,
                Objects.requireNonNull(read.projects().get(facts.order())),
                read.unit(facts.order()),
                when(found.offer(), order),
                facts.deadline(),
                found.seated());
    }

    /** What ended names the time it was for; what stands follows the order, which may have been moved. */
    private static Slot when(Offer offer, ServiceSheet order) {
        var proposed = offer.facts().proposed();
        return offer instanceof Offer.Ended ? proposed : order.timeOr(proposed);
    }

    /** The seats to come, and those of the last days; the soonest first. The far end is as in {@link HelperRows}. */
    public List<SeatLine> seats(Actor actor) {
        return seats(actor, """
                s.volunteer_id = :person and s.state in ('TAKEN', 'PRESENT', 'SERVED')
                  and s.ends > :since and s.ends < 'infinity'
                """, null);
    }

    /** The seats of an offer, for who leads the team that took it; of one in person, the volunteer's own. */
    public List<SeatLine> roll(Actor leader, OfferId offer) {
        return seats(leader, """
                s.offer_id = :offer and exists (
                  select from offer f left join standing_team t on t.county_id = :county and t.team_id = f.team_id
                  where f.county_id = :county and f.id = s.offer_id
                    and (f.volunteer_id = :person or t.leader_id = :person)) and s.ends > :since and s.state in ('TAKEN', 'PRESENT', 'SERVED', 'NO_SHOW')
                """, offer);
    }

    private List<SeatLine> seats(Actor actor, String whose, @Nullable OfferId offer) {
        var found = db.sql(
                        "select s.id, s.state, s.volunteer_id, s.order_id, s.starts, s.ends from seat s where s.county_id = :county and "
                                + whose + " order by s.starts, s.id")
                .param("county", actor.county().value())
                .param("person", actor.person().value())
                .param("offer", offer == null ? null : offer.value(), Types.OTHER)
                .param("since", DbTime.of(clock.instant().minus(LOOKING_BACK)))
                .query(MyService::seat)
                .list();
        var read = lines.of(actor.county(), found.stream().map(FoundSeat::order).toList());
        return found.stream().map(seat -> seat.line(read)).toList();
    }

    record FoundSeat(SeatId id, SeatState state, PersonId volunteer, OrderId order, Slot time) {
        SeatLine line(Lines.Read read) {
            return new SeatLine(
                    id,
                    state,
                    volunteer,
                    Objects.requireNonNull(read.orders().get(order)),
                    Objects.requireNonNull(read.projects().get(order)),
                    read.unit(order),
                    time);
        }
    }

    static FoundSeat seat(ResultSet row, int number) throws SQLException {
        return new FoundSeat(
                new SeatId(row.getObject("id", UUID.class)),
                SeatState.valueOf(row.getString("state")),
                new PersonId(row.getObject("volunteer_id", UUID.class)),
                new OrderId(row.getObject("order_id", UUID.class)),
                new Slot(DbTime.read(row, "starts"), DbTime.read(row, "ends")));
    }
}
