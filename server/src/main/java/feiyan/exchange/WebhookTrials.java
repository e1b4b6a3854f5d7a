package feiyan.exchange;

import feiyan.platform.CountyId;
import feiyan.platform.DbTime;
import feiyan.platform.Ids;
import feiyan.platform.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Messages without an order, to see whether they arrive. So many an hour for each webhook: without a bound anybody who
 * may set one up could make this server press on somebody else's.
 */
@Repository
class WebhookTrials {

    private static final Duration HOUR = Duration.ofHours(1);

    private final JdbcClient jdbc;

    WebhookTrials(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Within the caller's transaction. */
    Outcome<DeliveryId> send(CountyId county, WebhookId webhook, Instant now) {
        oneAtATime(county, webhook);
        return within(county, webhook, now.minus(HOUR)) < Webhooks.TRIALS_AN_HOUR
                ? Outcome.done(add(county, webhook, now))
                : Outcome.refused("webhook.trials", Webhooks.TRIALS_AN_HOUR);
    }

    /** Two at once would otherwise both count one below the limit. */
    private void oneAtATime(CountyId county, WebhookId webhook) {
        jdbc.sql("select id from webhook where county_id = :county and id = :id for no key update")
                .param("county", county.value())
                .param("id", webhook.value())
                .query(UUID.class)
                .list();
    }

    private int within(CountyId county, WebhookId webhook, Instant since) {
        return jdbc.sql("""
                select count(*) from webhook_delivery
                where county_id = :county and webhook_id = :webhook and order_id is null and made_at > :since
                """)
                .param("county", county.value())
                .param("webhook", webhook.value())
                .param("since", DbTime.of(since))
                .query(Integer.class)
                .single();
    }

    private DeliveryId add(CountyId county, WebhookId webhook, Instant now) {
        var id = Ids.next();
        jdbc.sql("""
                insert into webhook_delivery (county_id, id, webhook_id, made_at, due_at)
                values (:county, :id, :webhook, :now, :now)
                """)
                .param("county", county.value())
                .param("id", id)
                .param("webhook", webhook.value())
                .param("now", DbTime.of(now))
                .update();
        return new DeliveryId(id);
    }
}
