package feiyan.dispatch;

import feiyan.accounts.PersonId;
import feiyan.orders.OrderId;
import feiyan.orders.OrderOf;
import feiyan.orders.Slot;
import feiyan.platform.CountyId;
import feiyan.platform.DbTime;
import feiyan.platform.OneLook;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The seat's row, moved only together with its event. */
@Repository
class SeatRows {

    private static final String COLUMNS =
            "s.county_id, s.id, s.version, s.state, s.order_id, s.place, s.volunteer_id, s.offer_id, s.starts, s.ends";

    private static final String BY_ID = "select " + COLUMNS + " from seat s where s.county_id = :county and s.id = :id";

    private static final String LIVE = "select " + COLUMNS + " from seat s where s.county_id = :county"
            + " and s.order_id = :order and s.state in ('TAKEN', 'PRESENT') order by s.volunteer_id";

    /** Of who has or had the seat. */
    static final OrderOf ORDER = new OrderOf("""
            select s.order_id from seat s
            where s.county_id = :county and s.id = :row and s.volunteer_id = :person""");

    private final JdbcClient db;
    private final HeldServices held;

    SeatRows(JdbcClient db, HeldServices held) {
        this.db = db;
        this.held = held;
    }

    /** As it is now that its order is held: what was seen before may have changed while waiting. */
    Optional<Seat> find(CountyId county, OrderId order, SeatId id) {
        return held.find(county, order).flatMap(standing -> standing.seat(id)).or(() -> find(county, id));
    }

    Optional<Seat> find(CountyId county, SeatId id) {
        return db.sql(BY_ID)
                .param("county", county.value())
                .param("id", id.value())
                .query(SeatRows::seat)
                .optional();
    }

    /** The seats of an order on which somebody counts, by the holder's id: the order in which weeks are locked. */
    List<Seat> live(CountyId county, OrderId order) {
        return held.find(county, order)
                .map(Standing::seats)
                .orElseGet(() -> OneLook.once(List.of("live seats", county, order), () -> readLive(county, order)));
    }

    private List<Seat> readLive(CountyId county, OrderId order) {
        return db.sql(LIVE)
                .param("county", county.value())
                .param("order", order.value())
                .query(SeatRows::seat)
                .list();
    }

    /** Whether who holds the seat is at another service, of those that ended after a moment or go on. */
    boolean isPresentElsewhere(SeatFacts seat, Instant after) {
        return db.sql("""
                select exists (
                  select from seat s
                  where s.county_id = :county and s.volunteer_id = :volunteer and s.state = 'PRESENT'
                    and s.id <> :seat and s.ends > :after and s.ends < 'infinity')
                """)
                .param("county", seat.county().value())
                .param("volunteer", seat.volunteer().value())
                .param("seat", seat.id().value())
                .param("after", DbTime.of(after))
                .query(Boolean.class)
                .single();
    }

    /** All on whom the order counted and who did not give their seat back, by their time. */
    List<Seat> of(CountyId county, OrderId order) {
        return db.sql("""
                select %s from seat s
                where s.county_id = :county and s.order_id = :order
                  and s.state in ('TAKEN', 'PRESENT', 'SERVED', 'NO_SHOW')
                order by s.starts, s.id
                """.formatted(COLUMNS))
                .param("county", county.value())
                .param("order", order.value())
                .query(SeatRows::seat)
                .list();
    }

    /**
     * Writes a taken seat with its first event, and its minutes into the week that {@link WeekRows#lock} has locked.
     *
     * @param weeklyMinutes as the volunteer limits them now
     */
    void take(Seat.Taken seat, SeatCommand.Take command, int weeklyMinutes, PersonId actor, Instant now) {
        var facts = seat.facts();
        db.sql("""
                with taken as (
                  insert into seat (county_id, id, version, state, order_id, place, volunteer_id, offer_id, starts, ends,
                    taken_at)
                  values (:county, :id, :version, :state, :order, :place, :volunteer, :offer, :starts, :ends, :now)
                  returning county_id, id, version),
                booked as (
                  update volunteer_week set booked_minutes = booked_minutes + :minutes, limit_minutes = :limit
                  where county_id = :county and volunteer_id = :volunteer and week = :week)
                insert into seat_event (county_id, seat_id, version, from_state, command, to_state, at, actor_id)
                select county_id, id, version, 'NEW', :command, :state, :now, :actor from taken
                """)
                .param("county", facts.county().value())
                .param("id", facts.id().value())
                .param("version", facts.version())
                .param("state", seat.state().name())
                .param("order", facts.order().value())
                .param("place", facts.place())
                .param("volunteer", facts.volunteer().value())
                .param("offer", facts.offer().value())
                .param("starts", DbTime.of(facts.time().from()))
                .param("ends", DbTime.of(facts.time().to()))
                .param("minutes", facts.time().length().toMinutes())
                .param("limit", weeklyMinutes)
                .param("week", ServiceRules.week(facts.time().from()))
                .param("now", DbTime.of(now))
                .param("command", command.verb())
                .param("actor", actor.value())
                .update();
        held.changed(seat);
    }

    /**
     * Moves the row and writes its event in one statement; false where somebody was faster, then nothing is written.
     */
    boolean move(Seat before, Seat after, SeatCommand command, @Nullable PersonId actor, Instant now) {
        var facts = after.facts();
        boolean moved = db.sql("""
                with moved as (
                  update seat set state = :to, version = :version, starts = :starts, ends = :ends
                  where county_id = :county and id = :id and version = :seen and state = :from
                  returning county_id, id, version)
                insert into seat_event (county_id, seat_id, version, from_state, command, to_state, at, actor_id, reason)
                select county_id, id, version, :from, :command, :to, :now, :actor, :reason from moved
                """)
                        .param("to", after.state().name())
                        .param("version", facts.version())
                        .param("starts", DbTime.of(facts.time().from()))
                        .param("ends", DbTime.of(facts.time().to()))
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

    static Seat seat(ResultSet row, int number) throws SQLException {
        var facts = new SeatFacts(
                new CountyId(row.getLong("county_id")),
                new SeatId(row.getObject("id", UUID.class)),
                row.getInt("version"),
                new OrderId(row.getObject("order_id", UUID.class)),
                row.getInt("place"),
                new PersonId(row.getObject("volunteer_id", UUID.class)),
                new OfferId(row.getObject("offer_id", UUID.class)),
                new Slot(DbTime.read(row, "starts"), DbTime.read(row, "ends")));
        var state = SeatState.valueOf(row.getString("state"));
        return switch (state) {
            case NEW -> throw new IllegalStateException("no row is NEW");
            case TAKEN -> new Seat.Taken(facts);
            case PRESENT -> new Seat.Present(facts);
            case SERVED, GIVEN_BACK, RELEASED, NO_SHOW -> new Seat.Ended(facts, state);
        };
    }
}
