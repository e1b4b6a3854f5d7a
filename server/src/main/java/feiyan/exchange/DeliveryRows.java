package feiyan.exchange;

import feiyan.orders.State;
import feiyan.platform.CountyId;
import feiyan.platform.DbTime;
import feiyan.platform.Ids;
import feiyan.platform.OutboxRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is to be told to webhooks, as it is made and looked at; {@link DeliveryQueue} works it off. */
@Repository
class DeliveryRows {

    private final JdbcClient jdbc;

    DeliveryRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Whom a step of an order is to be told: whose subtree has the order's station or the unit where it stands.
     * Confidential orders are told to nobody: not even that there is one.
     */
    List<UUID> interested(OutboxRow step) {
        return jdbc.sql("""
                select h.id
                from webhook h
                join order_step s on s.county_id = :county and s.order_id = :order and s.version = :version
                where h.county_id = :county and h.ended_at is null and h.rests_since is null
                  and s.to_state = any(h.states) and not s.confidential
                  and exists (select 1 from unit_within w
                    where w.county_id = :county and w.ancestor_id = h.unit_id and w.unit_id in (s.station_id, s.unit_id))
                order by h.id
                """)
                .param("county", step.county().value())
                .param("order", step.subject())
                .param("version", step.version())
                .query((row, number) -> Objects.requireNonNull(row.getObject("id", UUID.class)))
                .list();
    }

    void add(OutboxRow step, List<UUID> webhooks, Instant now) {
        jdbc.sql("""
                insert into webhook_delivery (county_id, id, webhook_id, order_id, order_version, made_at, due_at)
                select :county, told.id, told.webhook_id, :order, :version, :now, :now
                from unnest(:ids::uuid[], :webhooks::uuid[]) as told (id, webhook_id)
                on conflict (county_id, webhook_id, order_id, order_version) do nothing
                """)
                .param("county", step.county().value())
                .param("order", step.subject())
                .param("version", step.version())
                .param("ids", webhooks.stream().map(each -> Ids.next()).toArray(UUID[]::new))
                .param("webhooks", webhooks.toArray(UUID[]::new))
                .param("now", DbTime.of(now))
                .update();
    }

    List<Delivery> of(CountyId county, WebhookId webhook, @Nullable DeliveryId before, int atMost) {
        return jdbc.sql("""
                select d.id, s.number, s.to_state, d.made_at, d.due_at, d.attempts, d.last_status, d.last_trouble,
                  d.outcome, d.ended_at
                from webhook_delivery d
                left join order_step s
                  on s.county_id = :county and s.order_id = d.order_id and s.version = d.order_version
                where d.county_id = :county and d.webhook_id = :webhook and (cast(:before as uuid) is null or d.id < :before)
                  and s.confidential is not true
                order by d.id desc limit :most
                """)
                .param("county", county.value())
                .param("webhook", webhook.value())
                .param("before", before == null ? null : before.value())
                .param("most", atMost)
                .query(DeliveryRows::delivery)
                .list();
    }

    private static Delivery delivery(ResultSet row, int number) throws SQLException {
        var to = row.getString("to_state");
        var outcome = row.getString("outcome");
        return new Delivery(
                new DeliveryId(row.getObject("id", UUID.class)),
                row.getString("number"),
                to == null ? null : State.valueOf(to),
                DbTime.read(row, "made_at"),
                DbTime.read(row, "due_at"),
                row.getInt("attempts"),
                row.getObject("last_status", Integer.class),
                row.getString("last_trouble"),
                outcome == null ? null : Delivery.Outcome.valueOf(outcome),
                WebhookRows.time(row, "ended_at"));
    }

    /** Whether {@link #of} would show it. */
    boolean isListed(CountyId county, WebhookId webhook, DeliveryId delivery) {
        return jdbc.sql("""
                select exists (
                  select 1 from webhook_delivery d
                  left join order_step s
                    on s.county_id = :county and s.order_id = d.order_id and s.version = d.order_version
                  where d.county_id = :county and d.webhook_id = :webhook and d.id = :id
                    and s.confidential is not true)
                """)
                .param("county", county.value())
                .param("webhook", webhook.value())
                .param("id", delivery.value())
                .query(Boolean.class)
                .single();
    }

    /** False where somebody has it in hand at this moment. */
    boolean again(CountyId county, WebhookId webhook, DeliveryId delivery, Instant now) {
        return jdbc.sql("""
                        update webhook_delivery
                        set due_at = :now, attempts = 0, outcome = null, ended_at = null, claimed_until = null
                        where county_id = :county and webhook_id = :webhook and id = :id
                          and (claimed_until is null or claimed_until <= :now)
                        """)
                        .param("county", county.value())
                        .param("webhook", webhook.value())
                        .param("id", delivery.value())
                        .param("now", DbTime.of(now))
                        .update()
                == 1;
    }

    void drop(CountyId county, WebhookId webhook) {
        jdbc.sql("delete from webhook_delivery where county_id = :county and webhook_id = :webhook and outcome is null")
                .param("county", county.value())
                .param("webhook", webhook.value())
                .update();
    }

    int purge(CountyId county, Instant endedBefore) {
        return jdbc.sql("delete from webhook_delivery where county_id = :county and ended_at < :before")
                .param("county", county.value())
                .param("before", DbTime.of(endedBefore))
                .update();
    }
}
