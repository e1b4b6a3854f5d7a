package feiyan.dispatch;

import feiyan.platform.CountyId;
import feiyan.platform.DbTime;
import feiyan.platform.Measure;
import feiyan.platform.Measure.Reading;
import feiyan.platform.Measured;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The offers that wait for an answer. */
@Component
class OffersMeasured implements Measured {

    private static final Measure OPEN = Measure.number("feiyan.offers.open", "Offers that wait for an answer");
    private static final Measure OLDEST =
            Measure.seconds("feiyan.offers.oldest", "For how long the first of them has been waiting");
    private static final Measure LATE =
            Measure.number("feiyan.offers.late", "Those of them past their deadline, which the clock is to end");

    private final JdbcClient db;

    OffersMeasured(JdbcClient db) {
        this.db = db;
    }

    @Override
    public List<Reading> measure(CountyId county, Instant now) {
        return db.sql("""
                select count(*) as open, min(made_at) as oldest, count(*) filter (where deadline < :now) as late
                from offer where county_id = :county and state = 'OPEN'
                """)
                .param("county", county.value())
                .param("now", DbTime.of(now))
                .query((row, number) -> {
                    var oldest = DbTime.readNullable(row, "oldest");
                    return List.of(
                            OPEN.is(row.getLong("open")),
                            OLDEST.is(oldest == null ? Duration.ZERO : Duration.between(oldest, now)),
                            LATE.is(row.getLong("late")));
                })
                .single();
    }
}
