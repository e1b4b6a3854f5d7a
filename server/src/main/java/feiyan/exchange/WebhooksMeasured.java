package feiyan.exchange;

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

/** What other systems are to be told and have not been; and those that are told nothing at present. */
@Component
class WebhooksMeasured implements Measured {

    private static final Measure DUE = Measure.number("feiyan.webhooks.due", "Deliveries that are to be made now");
    private static final Measure OLDEST =
            Measure.seconds("feiyan.webhooks.oldest", "For how long the first of them has been due");
    private static final Measure RESTING =
            Measure.number("feiyan.webhooks.resting", "Webhooks that rest: by hand, or since nobody answered");

    private final JdbcClient db;

    WebhooksMeasured(JdbcClient db) {
        this.db = db;
    }

    @Override
    public List<Reading> measure(CountyId county, Instant now) {
        return db.sql("""
                select due.number, due.oldest, resting.number as resting
                from (select count(*) as number, min(d.due_at) as oldest from webhook_delivery d
                    join webhook h on h.county_id = :county and h.id = d.webhook_id and h.rests_since is null
                    where d.county_id = :county and d.outcome is null and d.due_at <= :now) due,
                  (select count(*) as number from webhook
                    where county_id = :county and ended_at is null and rests_since is not null) resting
                """)
                .param("county", county.value())
                .param("now", DbTime.of(now))
                .query((row, number) -> {
                    var oldest = DbTime.readNullable(row, "oldest");
                    return List.of(
                            DUE.is(row.getLong("number")),
                            OLDEST.is(oldest == null ? Duration.ZERO : Duration.between(oldest, now)),
                            RESTING.is(row.getLong("resting")));
                })
                .single();
    }
}
