package feiyan.attendance;

import feiyan.dispatch.SeatFacts;
import feiyan.dispatch.SeatId;
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

    void in(SeatFacts seat, Instant at, String how) {
        db.sql("""
                insert into attendance (county_id, seat_id, order_id, volunteer_id, in_at, in_how)
                values (:county, :seat, :order, :volunteer, :at, :how)
                """)
                .param("county", seat.county().value())
                .param("seat", seat.id().value())
                .param("order", seat.order().value())
                .param("volunteer", seat.volunteer().value())
                .param("at", DbTime.of(at))
                .param("how", how)
                .update();
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

    List<Presence> own(Actor volunteer, Collection<SeatId> seats) {
        return db.sql("""
                select a.seat_id, a.in_at, a.out_at, a.minutes, a.corrections from attendance_now a
                where a.county_id = :county and a.seat_id = any(:seats) and a.volunteer_id = :volunteer
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
