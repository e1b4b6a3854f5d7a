package feiyan.attendance;

import feiyan.accounts.PersonId;
import feiyan.dispatch.SeatId;
import feiyan.orders.OrderId;
import feiyan.platform.CountyId;
import feiyan.platform.DbTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whose minutes were put right, for whoever tells them. Asked with what the outbox holds: a seat and a number. */
@Repository
public class CorrectedMinutes {

    private final JdbcClient db;

    CorrectedMinutes(JdbcClient db) {
        this.db = db;
    }

    /** @param by whose word it is */
    public record Corrected(OrderId order, PersonId volunteer, PersonId by, int was, int now) {}

    public Optional<Corrected> of(CountyId county, SeatId seat, int number) {
        return db.sql("""
                select a.order_id, a.volunteer_id, c.corrected_by, c.old_in, c.old_out, c.new_in, c.new_out
                from attendance_correction c
                join attendance a on a.county_id = :county and a.seat_id = c.seat_id
                where c.county_id = :county and c.seat_id = :seat and c.number = :number
                """)
                .param("county", county.value())
                .param("seat", seat.value())
                .param("number", number)
                .query(CorrectedMinutes::corrected)
                .optional();
    }

    private static Corrected corrected(ResultSet row, int number) throws SQLException {
        return new Corrected(
                new OrderId(row.getObject("order_id", UUID.class)),
                new PersonId(row.getObject("volunteer_id", UUID.class)),
                new PersonId(row.getObject("corrected_by", UUID.class)),
                minutes(row, "old_in", "old_out"),
                minutes(row, "new_in", "new_out"));
    }

    private static int minutes(ResultSet row, String in, String out) throws SQLException {
        return (int)
                Duration.between(DbTime.read(row, in), DbTime.read(row, out)).toMinutes();
    }
}
