package feiyan.attendance;

import feiyan.accounts.PersonId;
import feiyan.dispatch.SeatId;
import feiyan.platform.CountyId;
import feiyan.platform.DbTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was put right stays beside what stood there before; nothing is ever overwritten. */
@Repository
class CorrectionRows {

    private final JdbcClient db;

    CorrectionRows(JdbcClient db) {
        this.db = db;
    }

    void add(CountyId county, SeatId seat, Correction correction) {
        db.sql("""
                insert into attendance_correction (county_id, seat_id, number, old_in, old_out, new_in, new_out, reason,
                  corrected_by, at)
                values (:county, :seat, :number, :oldIn, :oldOut, :newIn, :newOut, :reason, :by, :at)
                """)
                .param("county", county.value())
                .param("seat", seat.value())
                .param("number", correction.number())
                .param("oldIn", DbTime.of(correction.oldIn()))
                .param("oldOut", DbTime.of(correction.oldOut()))
                .param("newIn", DbTime.of(correction.newIn()))
                .param("newOut", DbTime.of(correction.newOut()))
                .param("reason", correction.reason().code())
                .param("by", correction.by().value())
                .param("at", DbTime.of(correction.at()))
                .update();
    }

    List<Correction> of(CountyId county, SeatId seat) {
        return db.sql("""
                select c.number, c.old_in, c.old_out, c.new_in, c.new_out, c.reason, c.corrected_by, c.at
                from attendance_correction c
                where c.county_id = :county and c.seat_id = :seat order by c.number desc
                """)
                .param("county", county.value())
                .param("seat", seat.value())
                .query(CorrectionRows::correction)
                .list();
    }

    private static Correction correction(ResultSet row, int number) throws SQLException {
        return new Correction(
                row.getInt("number"),
                DbTime.read(row, "old_in"),
                DbTime.read(row, "old_out"),
                DbTime.read(row, "new_in"),
                DbTime.read(row, "new_out"),
                Reason.valueOf(row.getString("reason").toUpperCase(Locale.ROOT)),
                new PersonId(row.getObject("corrected_by", UUID.class)),
                DbTime.read(row, "at"));
    }
}
