package feiyan.exchange;

import feiyan.platform.CountyId;
import feiyan.platform.DbTime;
import feiyan.platform.FieldCipher;
import feiyan.platform.Outcome;
import feiyan.platform.Transactions;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What waits to be told. A worker claims a few in a transaction of its own, then calls, then says how it ended: no row
 * is locked while a slow receiver thinks, and no two workers have the same one. A worker that dies in between leaves a
 * claim that runs out; then the receiver is told again, with the same id.
 */
@Repository
class DeliveryQueue {

    /** Longer than a call may take. */
    static final Duration CLAIM = Duration.ofMinutes(2);

    private final JdbcClient jdbc;
    private final FieldCipher cipher;
    private final Transactions transactions;

    DeliveryQueue(JdbcClient jdbc, FieldCipher cipher, Transactions transactions) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.transactions = transactions;
    }

    /** One that is ours for now: what to say, to whom, and what signs it. */
    record Claimed(
            CountyId county,
            UUID id,
            WebhookId webhook,
            URI address,
            List<WebhookSecret> secrets,
            Instant madeAt,
            int attempts,
            @Nullable Step step) {}

    /** A step of an order in codes and ids. */
    record Step(
            UUID order,
            String number,
            int version,
            String from,
            String command,
            String to,
            Instant at,
            UUID unit,
            UUID station,
            @Nullable UUID project,
            boolean urgent,
            @Nullable String reason) {}

    /** Those that have something due; each is then served for itself, so that a slow one keeps no other waiting. */
    List<WebhookId> due(CountyId county, Instant now) {
        return jdbc.sql("""
                select h.id from webhook h
                where h.county_id = :county and h.ended_at is null and h.rests_since is null
                  and exists (select 1 from webhook_delivery d
                    where d.county_id = :county and d.webhook_id = h.id and d.outcome is null and d.due_at <= :now
                      and (d.claimed_until is null or d.claimed_until <= :now))
                order by h.id
                """)
                .param("county", county.value())
                .param("now", DbTime.of(now))
                .query((row, number) -> new WebhookId(row.getObject("id", UUID.class)))
                .list();
    }

    /** None only where none is due. */
    List<Claimed> claim(CountyId county, WebhookId webhook, int atMost, Instant now) {
        return transactions
                .write(() -> {
                    var taken = take(county, webhook, atMost, now);
                    while (dropConfidential(county, taken) == taken.size() && !taken.isEmpty()) {
                        taken = take(county, webhook, atMost, now);
                    }
                    return Outcome.done(read(county, taken, now));
                })
                .orThrow();
    }

    /**
     * An order in free words is known to be confidential once it was reviewed: what waits for it is told to nobody.
     * Looked at for those that are about to be told, not for all that wait each time that one of them is.
     */
    private int dropConfidential(CountyId county, List<UUID> taken) {
        return jdbc.sql("""
                delete from webhook_delivery d
                where d.county_id = :county and d.id = any(:taken)
                  and exists (select 1 from order_step s
                    where s.county_id = :county and s.order_id = d.order_id and s.version = d.order_version
                      and s.confidential)
                """)
                .param("county", county.value())
                .param("taken", taken.toArray(UUID[]::new))
                .update();
    }

    /**
     * As a list: of a join the planner, which knows no limit yet, thinks that it is long, and reads the whole table.
     */
    private List<UUID> take(CountyId county, WebhookId webhook, int atMost, Instant now) {
        return jdbc.sql("""
                update webhook_delivery d set claimed_until = :until, attempts = d.attempts + 1
                where d.county_id = :county and d.id = any(array(
                  select id from webhook_delivery
                  where county_id = :county and webhook_id = :webhook and outcome is null and due_at <= :now
                    and (claimed_until is null or claimed_until <= :now)
                  order by due_at, id limit :most for update skip locked))
                returning d.id
                """)
                .param("county", county.value())
                .param("webhook", webhook.value())
                .param("most", atMost)
                .param("now", DbTime.of(now))
                .param("until", DbTime.of(now.plus(CLAIM)))
                .query((row, number) -> Objects.requireNonNull(row.getObject("id", UUID.class)))
                .list();
    }

    private List<Claimed> read(CountyId county, List<UUID> ids, Instant now) {
        return jdbc.sql("""
                select d.county_id, d.id, d.webhook_id, d.made_at, d.attempts, h.address, h.secret, h.former_secret,
                  h.former_until > :now as former_counts, s.order_id, s.number, s.version, s.from_state, s.command,
                  s.to_state, s.at, s.unit_id, s.station_id, s.project_id, s.urgent, s.reason
                from webhook_delivery d
                join webhook h on h.county_id = :county and h.id = d.webhook_id
                left join order_step s
                  on s.county_id = :county and s.order_id = d.order_id and s.version = d.order_version
                where d.county_id = :county and d.id = any(:ids)
                order by d.due_at, d.id
                """)
                .param("county", county.value())
                .param("ids", ids.toArray(UUID[]::new))
                .param("now", DbTime.of(now))
                .query(this::claimed)
                .list();
    }

    private Claimed claimed(ResultSet row, int number) throws SQLException {
        var county = new CountyId(row.getLong("county_id"));
        var webhook = new WebhookId(row.getObject("webhook_id", UUID.class));
        return new Claimed(
                county,
                row.getObject("id", UUID.class),
                webhook,
                URI.create(cipher.open(county, WebhookRows.ADDRESS, webhook.value(), row.getBytes("address"))),
                secrets(county, webhook, row),
                DbTime.read(row, "made_at"),
                row.getInt("attempts"),
                row.getString("number") == null ? null : step(row));
    }

    private List<WebhookSecret> secrets(CountyId county, WebhookId webhook, ResultSet row) throws SQLException {
        var secrets = new ArrayList<WebhookSecret>();
        secrets.add(
                new WebhookSecret(cipher.open(county, WebhookRows.SECRET, webhook.value(), row.getBytes("secret"))));
        if (row.getBoolean("former_counts")) {
            secrets.add(new WebhookSecret(
                    cipher.open(county, WebhookRows.FORMER, webhook.value(), row.getBytes("former_secret"))));
        }
        return secrets;
    }

    private static Step step(ResultSet row) throws SQLException {
        return new Step(
                Objects.requireNonNull(row.getObject("order_id", UUID.class)),
                row.getString("number"),
                row.getInt("version"),
                row.getString("from_state"),
                row.getString("command"),
                row.getString("to_state"),
                DbTime.read(row, "at"),
                Objects.requireNonNull(row.getObject("unit_id", UUID.class)),
                Objects.requireNonNull(row.getObject("station_id", UUID.class)),
                row.getObject("project_id", UUID.class),
                row.getBoolean("urgent"),
                row.getString("reason"));
    }

    void delivered(Claimed claimed, int status, Instant now) {
        jdbc.sql("""
                with told as (
                  update webhook_delivery
                  set outcome = 'DELIVERED', ended_at = :now, last_status = :status, last_trouble = null,
                    claimed_until = null
                  where county_id = :county and id = :id and outcome is null)
                update webhook set last_success_at = :now where county_id = :county and id = :webhook
                """)
                .param("county", claimed.county().value())
                .param("id", claimed.id())
                .param("webhook", claimed.webhook().value())
                .param("status", status)
                .param("now", DbTime.of(now))
                .update();
    }

    void givenUp(Claimed claimed, @Nullable Integer status, @Nullable String trouble, Instant now) {
        jdbc.sql("""
                update webhook_delivery
                set outcome = 'GIVEN_UP', ended_at = :now, last_status = :status, last_trouble = :trouble,
                  claimed_until = null
                where county_id = :county and id = :id and outcome is null
                """)
                .param("county", claimed.county().value())
                .param("id", claimed.id())
                .param("status", status)
                .param("trouble", trouble)
                .param("now", DbTime.of(now))
                .update();
    }

    void postpone(Claimed claimed, @Nullable Integer status, @Nullable String trouble, Instant until) {
        jdbc.sql("""
                update webhook_delivery
                set due_at = :until, last_status = :status, last_trouble = :trouble, claimed_until = null
                where county_id = :county and id = :id and outcome is null
                """)
                .param("county", claimed.county().value())
                .param("id", claimed.id())
                .param("until", DbTime.of(until))
                .param("status", status)
                .param("trouble", trouble)
                .update();
    }
}
