package feiyan.attendance;

import feiyan.dispatch.SeatId;
import feiyan.platform.CountyId;
import feiyan.platform.DbTime;
import feiyan.platform.Ids;
import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Wrong codes of a seat: after five in a quarter of an hour one has to wait, so that six digits are not guessed. */
@Repository
class CheckInTries {

    private static final int ALLOWED = 5;
    private static final Duration WITHIN = Duration.ofMinutes(15);

    private final JdbcClient db;

    CheckInTries(JdbcClient db) {
        this.db = db;
    }

    boolean mustWait(CountyId county, SeatId seat, Instant now) {
        return left(county, seat, now) == 0;
    }

    int left(CountyId county, SeatId seat, Instant now) {
        return db.sql("""
                select greatest(0, :allowed - count(*)) from check_in_try t
                where t.county_id = :county and t.seat_id = :seat and t.at > :since
                """)
                .param("allowed", ALLOWED)
                .param("county", county.value())
                .param("seat", seat.value())
                .param("since", DbTime.of(now.minus(WITHIN)))
                .query(Integer.class)
                .single();
    }

    void note(CountyId county, SeatId seat, Instant now) {
        db.sql("insert into check_in_try (county_id, id, seat_id, at) values (:county, :id, :seat, :now)")
                .param("county", county.value())
                .param("id", Ids.next())
                .param("seat", seat.value())
                .param("now", DbTime.of(now))
                .update();
    }
}
