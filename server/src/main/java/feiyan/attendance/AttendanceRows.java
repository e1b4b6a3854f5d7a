package feiyan.attendance;

import feiyan.accounts.PersonId;
import feiyan.dispatch.SeatFacts;
import feiyan.dispatch.SeatId;
import feiyan.dispatch.SeatStep;
import feiyan.platform.CountyId;
import feiyan.platform.DbTime;
import feiyan.units.Actor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** When somebody came and went, and by whose word. */
@Repository
class AttendanceRows {

    private final JdbcClient db;

    AttendanceRows(JdbcClient db) {
        this.db = db;
    }

    /** At the very moment of the seat's own step: a second look at the clock would be later by whatever held us up. */
    Presence in(SeatStep come, String how) {
        var seat = come.facts();
        return db.sql("""
                insert into attendance (county_id, seat_id, order_id, volunteer_id, in_at, in_how)
                values (:county, :seat, :order, :volunteer, :at, :how)
                returning seat_id, in_at, out_at, minutes, 0 as corrections
                """)
                .param("county", seat.county().value())
                .param("seat", seat.id().value())
                .param("order", seat.order().value())
                .param("volunteer", seat.volunteer().value())
                .param("at", DbTime.of(come.at()))
                .param("how", how)
                .query(AttendanceRows::presence)
                .single();
    }

    /** At the moment of the seat's own step, too. Nothing of it was put right before: that begins when it is over. */
    Presence out(SeatStep gone, String how) {
        return db.sql("""
                update attendance set out_at = greatest(in_at, :at), out_how = :how
                where county_id = :county and seat_id = :seat and out_at is null
                returning seat_id, in_at, out_at, minutes, 0 as corrections
                """)
                .param("at", DbTime.of(gone.at()))
                .param("how", how)
                .param("county", gone.facts().county().value())
                .param("seat", gone.facts().id().value())
                .query(AttendanceRows::presence)
                .single();
    }

    /** Nobody left before they came, though a limit may say so. */
    void out(CountyId county, SeatId seat, Instant at, String how) {
        db.sql("""
                update attendance set out_at = greatest(in_at, :at), out_how = :how
                where county_id = :county and seat_id = :seat and out_at is null
                """)
                .param("at", DbTime.of(at))
                .param("how", how)
                .param("county", county.value())
                .param("seat", seat.value())
                .update();
    }

    /** All services of somebody, in one order, until the transaction ends. */
    void hold(CountyId county, PersonId volunteer) {
        db.sql("""
                select a.seat_id from attendance a
                where a.county_id = :county and a.volunteer_id = :volunteer order by a.seat_id for no key update
                """)
                .param("county", county.value())
                .param("volunteer", volunteer.value())
                .query(UUID.class)
                .list();
    }

    /** Whether who holds the seat was at another service in that time; one that goes on has no end yet. */
    boolean elsewhere(SeatFacts seat, Instant in, Instant out) {
        return db.sql("""
                select exists (
                  select from attendance_now a
                  where a.county_id = :county and a.volunteer_id = :volunteer and a.seat_id <> :seat
                    and a.in_at < :out and coalesce(a.out_at, 'infinity') > :in)
                """)
                .param("county", seat.county().value())
                .param("volunteer", seat.volunteer().value())
                .param("seat", seat.id().value())
                .param("in", DbTime.of(in))
                .param("out", DbTime.of(out))
                .query(Boolean.class)
                .single();
    }

    Optional<Presence> of(CountyId county, SeatId seat) {
        return db.sql("""
                select a.seat_id, a.in_at, a.out_at, a.minutes, a.corrections from attendance_now a
                where a.county_id = :county and a.seat_id = :seat
                """)
                .param("county", county.value())
                .param("seat", seat.value())
                .query(AttendanceRows::presence)
                .optional();
    }

    /** Of a roll: the caller has judged that the reader keeps it. */
    List<Presence> of(CountyId county, Collection<SeatId> seats) {
        return db.sql("""
                select a.seat_id, a.in_at, a.out_at, a.minutes, a.corrections from attendance_now a
                where a.county_id = :county and a.seat_id = any(:seats)
                """)
                .param("county", county.value())
                .param("seats", seats.stream().map(SeatId::value).toArray(UUID[]::new))
                .query(AttendanceRows::presence)
                .list();
    }

    /** The list is looked through, not planned for: its length is unknown to a plan that is kept. */
    List<Presence> own(Actor volunteer, Collection<SeatId> seats) {
        return db.sql("""
                select a.seat_id, a.in_at, a.out_at, a.minutes, a.corrections from attendance_now a
                where a.county_id = :county and a.seat_id = any(array(select unnest(:seats))) and a.volunteer_id = :volunteer
                """)
                .param("county", volunteer.county().value())
                .param("volunteer", volunteer.person().value())
                .param("seats", seats.stream().map(SeatId::value).toArray(UUID[]::new))
                .query(AttendanceRows::presence)
                .list();
    }

    static Presence presence(ResultSet row, int number) throws SQLException {
        return new Presence(
                new SeatId(row.getObject("seat_id", UUID.class)),
                DbTime.read(row, "in_at"),
                DbTime.readNullable(row, "out_at"),
                row.getObject("minutes", Integer.class),
                row.getInt("corrections"));
    }
}
