package feiyan.dispatch;

import feiyan.accounts.PersonId;
import feiyan.orders.OrderId;
import feiyan.orders.OrderOf;
import feiyan.orders.Slot;
import feiyan.platform.CountyId;
import feiyan.platform.DbTime;
import feiyan.platform.OneLook;
import feiyan.volunteers.TeamId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The offer's row, moved only together with its event. */
@Repository
class OfferRows {

    static final String COLUMNS = """
            f.county_id, f.id, f.version, f.state, f.order_id, f.team_id, f.volunteer_id, f.proposed_from,
            f.proposed_to, f.deadline""";

    private static final String BY_ID =
            "select " + COLUMNS + " from offer f where f.county_id = :county and f.id = :id";

    private static final String OF_ORDER = "select " + COLUMNS + " from offer f where f.county_id = :county"
            + " and f.order_id = :order and f.state = any(:states) order by f.id";

    /** Of who was asked, or of who leads the team that was. */
    static final OrderOf ORDER = new OrderOf("""
            select f.order_id from offer f where f.county_id = :county and f.id = :row
              and (f.volunteer_id = :person or exists (
                select from standing_team t
                where t.county_id = :county and t.team_id = f.team_id and t.leader_id = :person))""");

    private static final String MOVED = """
            with moved as (
              update offer set state = :to, version = :version
              where county_id = :county and id = :id and version = :seen and state = :from
              returning county_id, id, version)%s
            insert into offer_event (county_id, offer_id, version, from_state, command, to_state, at, actor_id, reason)
            select county_id, id, version, :from, :command, :to, :now, :actor, :reason from moved
            """;

    private static final String MOVE = MOVED.formatted("");
    private static final String MOVE_LOCKING = MOVED.formatted(", locked as (" + WeekRows.LOCK_ONE + ")");

    private final JdbcClient db;
    private final HeldServices held;

    OfferRows(JdbcClient db, HeldServices held) {
        this.db = db;
        this.held = held;
    }

    /** As it is now that its order is held: what was seen before may have changed while waiting. */
    Optional<Offer> find(CountyId county, OrderId order, OfferId id) {
        return held.find(county, order).flatMap(standing -> standing.offer(id)).or(() -> find(county, id));
    }

    Optional<Offer> find(CountyId county, OfferId id) {
        return db.sql(BY_ID)
                .param("county", county.value())
                .param("id", id.value())
                .query(OfferRows::offer)
                .optional();
    }

    /** The offers of an order in one of the states, oldest first. */
    List<Offer> of(CountyId county, OrderId order, OfferState... states) {
        return Standing.covers(states)
                ? held.find(county, order)
                        .map(standing -> standing.offers(states))
                        .orElseGet(() -> look(county, order, states))
                : look(county, order, states);
    }

    private List<Offer> look(CountyId county, OrderId order, OfferState... states) {
        return OneLook.once(List.of("offers", county, order, List.of(states)), () -> read(county, order, states));
    }

    private List<Offer> read(CountyId county, OrderId order, OfferState... states) {
        return db.sql(OF_ORDER)
                .param("county", county.value())
                .param("order", order.value())
                .param("states", names(states))
                .query(OfferRows::offer)
                .list();
    }

    /** Why somebody said no, where they said it. */
    Optional<String> declinedBecause(CountyId county, OfferId id) {
        return db.sql("""
                select e.reason from offer_event e
                where e.county_id = :county and e.offer_id = :id and e.command = 'decline' and e.reason is not null
                """)
                .param("county", county.value())
                .param("id", id.value())
                .query(String.class)
                .optional();
    }

    /** The offers of a team in one of the states, by their order: so orders are locked in one order. */
    List<Offer> of(CountyId county, TeamId team, OfferState... states) {
        return db.sql("""
                select %s from offer f
                where f.county_id = :county and f.team_id = :team and f.state = any(:states) order by f.order_id, f.id
                """.formatted(COLUMNS))
                .param("county", county.value())
                .param("team", team.value())
                .param("states", names(states))
                .query(OfferRows::offer)
                .list();
    }

    /**
     * Moves the row and writes its event in one statement; false where somebody was faster, then nothing is written.
     */
    boolean move(Offer before, Offer after, OfferCommand command, @Nullable PersonId actor, Instant now) {
        return move(db.sql(MOVE), before, after, command, actor, now);
    }

    /** As {@link #move}, and the week is locked in which who says yes would go: then it is judged whether they can. */
    boolean moveLocking(
            PersonId volunteer, LocalDate week, Offer before, Offer after, OfferCommand command, Instant now) {
        var moving = db.sql(MOVE_LOCKING).param("volunteer", volunteer.value()).param("week", week);
        return move(moving, before, after, command, volunteer, now);
    }

    private boolean move(
            JdbcClient.StatementSpec moving,
            Offer before,
            Offer after,
            OfferCommand command,
            @Nullable PersonId actor,
            Instant now) {
        var facts = after.facts();
        boolean moved = moving.param("to", after.state().name())
                        .param("version", facts.version())
                        .param("county", facts.county().value())
                        .param("id", facts.id().value())
                        .param("seen", before.facts().version())
                        .param("from", before.state().name())
                        .param("command", command.verb())
                        .param("now", DbTime.of(now))
                        .param("actor", actor == null ? null : actor.value(), Types.OTHER)
                        .param("reason", command.reason())
                        .update()
                == 1;
        if (moved) {
            held.changed(after);
        }
        return moved;
    }

    static Offer offer(ResultSet row, int number) throws SQLException {
        var team = row.getObject("team_id", UUID.class);
        var facts = new OfferFacts(
                new CountyId(row.getLong("county_id")),
                new OfferId(row.getObject("id", UUID.class)),
                row.getInt("version"),
                new OrderId(row.getObject("order_id", UUID.class)),
                team == null
                        ? new Invitee.ToVolunteer(new PersonId(row.getObject("volunteer_id", UUID.class)))
                        : new Invitee.ToTeam(new TeamId(team)),
                new Slot(DbTime.read(row, "proposed_from"), DbTime.read(row, "proposed_to")),
                DbTime.read(row, "deadline"));
        return of(facts, OfferState.valueOf(row.getString("state")));
    }

    private static Offer of(OfferFacts facts, OfferState state) {
        return switch (state) {
            case NEW -> throw new IllegalStateException("no row is NEW");
            case OPEN -> new Offer.Open(facts);
            case ACCEPTED -> new Offer.Accepted(facts);
            case DECLINED, EXPIRED, WITHDRAWN, RETURNED -> new Offer.Ended(facts, state);
        };
    }

    private static String[] names(OfferState... states) {
        return java.util.Arrays.stream(states).map(OfferState::name).toArray(String[]::new);
    }
}
