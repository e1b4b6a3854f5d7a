package feiyan.messages;

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

/** The text messages that are to leave and have not left, and those that never will. */
@Component
class TextsMeasured implements Measured {

    private static final Duration LATELY = Duration.ofDays(1);

    private static final Measure DUE = Measure.number("feiyan.texts.due", "Text messages that are to leave now");
    private static final Measure OLDEST =
            Measure.seconds("feiyan.texts.oldest", "For how long the first of them has been due");
    private static final Measure GIVEN_UP =
            Measure.number("feiyan.texts.given.up", "Text messages given up within the last day");

    private final JdbcClient db;

    TextsMeasured(JdbcClient db) {
        this.db = db;
    }

    @Override
    public List<Reading> measure(CountyId county, Instant now) {
        return db.sql("""
                select due.number, due.oldest, given_up.number as given_up
                from (select count(*) as number, min(due_at) as oldest from text_message
                    where county_id = :county and outcome is null and due_at <= :now) due,
                  (select count(*) as number from text_message
                    where county_id = :county and outcome = 'GIVEN_UP' and ended_at > :lately) given_up
                """)
                .param("county", county.value())
                .param("now", DbTime.of(now))
                .param("lately", DbTime.of(now.minus(LATELY)))
                .query((row, number) -> {
                    var oldest = DbTime.readNullable(row, "oldest");
                    return List.of(
                            DUE.is(row.getLong("number")),
                            OLDEST.is(oldest == null ? Duration.ZERO : Duration.between(oldest, now)),
                            GIVEN_UP.is(row.getLong("given_up")));
                })
                .single();
    }
}
