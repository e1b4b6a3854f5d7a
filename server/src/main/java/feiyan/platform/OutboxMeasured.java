package feiyan.platform;

import feiyan.platform.Measure.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What waits in the outbox to be done. */
@Component
class OutboxMeasured implements Measured {

    private static final Measure DUE = Measure.number("feiyan.outbox.due", "Rows that wait to be done");
    private static final Measure OLDEST =
            Measure.seconds("feiyan.outbox.oldest", "For how long the first of them has been waiting");
    private static final Measure GIVEN_UP =
            Measure.number("feiyan.outbox.given.up", "Rows that failed ten times and wait for somebody to look");

    private final JdbcClient db;

    OutboxMeasured(JdbcClient db) {
        this.db = db;
    }

    @Override
    public List<Reading> measure(CountyId county, Instant now) {
        return db.sql("""
                select count(*) filter (where not_before <= :now) as due,
                  min(not_before) filter (where not_before <= :now) as oldest,
                  count(*) filter (where not_before = 'infinity') as given_up
                from outbox where county_id = :county and done_at is null
                """)
                .param("county", county.value())
                .param("now", DbTime.of(now))
                .query((row, number) -> {
                    var oldest = DbTime.readNullable(row, "oldest");
                    return List.of(
                            DUE.is(row.getLong("due")),
                            OLDEST.is(oldest == null ? Duration.ZERO : Duration.between(oldest, now)),
                            GIVEN_UP.is(row.getLong("given_up")));
                })
                .single();
    }
}
