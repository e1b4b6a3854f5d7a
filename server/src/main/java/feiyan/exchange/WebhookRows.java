package feiyan.exchange;

import static java.util.stream.Collectors.toUnmodifiableSet;

import feiyan.exchange.Webhook.Because;
import feiyan.orders.State;
import feiyan.platform.CountyId;
import feiyan.platform.DbTime;
import feiyan.platform.FieldCipher;
import feiyan.platform.Ids;
import feiyan.units.Actor;
import feiyan.units.Role;
import feiyan.units.UnitId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The webhooks themselves. */
@Repository
class WebhookRows {

    static final String ADDRESS = "webhook.address";
    static final String SECRET = "webhook.secret";
    static final String FORMER = "webhook.former_secret";
    /** So long both secrets sign. */
    static final Duration CHANGE_OVER = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final FieldCipher cipher;

    WebhookRows(JdbcClient jdbc, FieldCipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    List<Webhook> within(Actor actor, Instant now) {
        return seen(actor, null, now).list();
    }

    Optional<Webhook> find(Actor actor, WebhookId id, Instant now) {
        return seen(actor, id, now).optional();
    }

    private JdbcClient.MappedQuerySpec<Webhook> seen(Actor actor, @Nullable WebhookId id, Instant now) {
        return jdbc.sql("""
                select h.id, h.unit_id, u.name, h.host, h.states, h.made_at, h.rests_since, h.rests_because,
                  h.last_success_at, case when h.former_until > :now then h.former_until end as former_until
                from webhook h join unit u on u.county_id = :county and u.id = h.unit_id
                where h.county_id = :county and h.ended_at is null and (cast(:id as uuid) is null or h.id = :id)
                  and exists (select 1 from unit_within w
                    where w.county_id = :county and w.unit_id = h.unit_id and w.ancestor_id = any(:units))
                order by h.id
                """)
                .param("county", actor.county().value())
                .param("id", id == null ? null : id.value())
                .param("units", actor.unitsAs(Role.ADMINISTRATOR))
                .param("now", DbTime.of(now))
                .query(WebhookRows::webhook);
    }

    private static Webhook webhook(ResultSet row, int number) throws SQLException {
        var because = row.getString("rests_because");
        return new Webhook(
                new WebhookId(row.getObject("id", UUID.class)),
                new UnitId(row.getObject("unit_id", UUID.class)),
                row.getString("name"),
                row.getString("host"),
                Arrays.stream((String[]) row.getArray("states").getArray())
                        .map(State::valueOf)
                        .collect(toUnmodifiableSet()),
                DbTime.read(row, "made_at"),
                because == null
                        ? null
                        : new Webhook.Rest(
                                DbTime.read(row, "rests_since"), Because.valueOf(because.toUpperCase(Locale.ROOT))),
                time(row, "last_success_at"),
                time(row, "former_until"));
    }

    static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column) == null ? null : DbTime.read(row, column);
    }

    /** Two administrators at once would otherwise both count one below the limit. */
    void oneAtATime(CountyId county, UnitId unit) {
        jdbc.sql("""
                select u.id from unit u
                where u.county_id = :county and u.tier = 'CENTER' order by u.id for no key update
                """).param("county", county.value()).query(UUID.class).list();
    }

    int count(CountyId county) {
        return jdbc.sql("select count(*) from webhook where county_id = :county and ended_at is null")
                .param("county", county.value())
                .query(Integer.class)
                .single();
    }

    WebhookId add(Actor actor, UnitId unit, WebhookAddress address, Set<State> states, Instant now) {
        var id = Ids.next();
        var secret = WebhookSecret.make();
        jdbc.sql("""
                insert into webhook (county_id, id, unit_id, address, host, secret, states, made_by, made_at)
                values (:county, :id, :unit, :address, :host, :secret, :states, :by, :now)
                """)
                .param("county", actor.county().value())
                .param("id", id)
                .param("unit", unit.value())
                .param(
                        "address",
                        cipher.seal(actor.county(), ADDRESS, id, address.uri().toString()))
                .param("host", address.host())
                .param("secret", cipher.seal(actor.county(), SECRET, id, secret.text()))
                .param("states", states.stream().map(State::name).sorted().toArray(String[]::new))
                .param("by", actor.person().value())
                .param("now", DbTime.of(now))
                .update();
        return new WebhookId(id);
    }

    String secret(CountyId county, WebhookId id) {
        var sealed = jdbc.sql("select secret from webhook where county_id = :county and id = :id for no key update")
                .param("county", county.value())
                .param("id", id.value())
                .query((row, number) -> row.getBytes("secret"))
                .single();
        return cipher.open(county, SECRET, id.value(), sealed);
    }

    /** A seal is bound to its column, so the former one is opened and sealed anew. */
    WebhookId renewSecret(CountyId county, WebhookId id, Instant now) {
        var former = secret(county, id);
        var next = WebhookSecret.make();
        jdbc.sql("""
                update webhook set secret = :next, former_secret = :former, former_until = :until
                where county_id = :county and id = :id
                """)
                .param("county", county.value())
                .param("id", id.value())
                .param("next", cipher.seal(county, SECRET, id.value(), next.text()))
                .param("former", cipher.seal(county, FORMER, id.value(), former))
                .param("until", DbTime.of(now.plus(CHANGE_OVER)))
                .update();
        return id;
    }

    /** Resting already changes nothing: the first reason stands. */
    WebhookId rest(CountyId county, WebhookId id, Because because, Instant now) {
        jdbc.sql("""
                update webhook set rests_since = :now, rests_because = :because
                where county_id = :county and id = :id and rests_since is null
                """)
                .param("county", county.value())
                .param("id", id.value())
                .param("because", because.name().toLowerCase(Locale.ROOT))
                .param("now", DbTime.of(now))
                .update();
        return id;
    }

    /** Unless something else reached it since. */
    void restIfSilentSince(CountyId county, WebhookId id, Instant since, Instant now) {
        jdbc.sql("""
                update webhook set rests_since = :now, rests_because = 'unreachable'
                where county_id = :county and id = :id and rests_since is null
                  and (last_success_at is null or last_success_at < :since)
                """)
                .param("county", county.value())
                .param("id", id.value())
                .param("since", DbTime.of(since))
                .param("now", DbTime.of(now))
                .update();
    }

    WebhookId resume(CountyId county, WebhookId id) {
        jdbc.sql("""
                update webhook set rests_since = null, rests_because = null
                where county_id = :county and id = :id
                """).param("county", county.value()).param("id", id.value()).update();
        return id;
    }

    WebhookId end(CountyId county, WebhookId id, Instant now) {
        jdbc.sql("""
                update webhook set ended_at = :now, former_secret = null, former_until = null
                where county_id = :county and id = :id
                """)
                .param("county", county.value())
                .param("id", id.value())
                .param("now", DbTime.of(now))
                .update();
        return id;
    }

    /** How many rest although nobody asked for it. */
    int fallenSilent(CountyId county) {
        return jdbc.sql("""
                select count(*) from webhook
                where county_id = :county and ended_at is null and rests_because in ('unreachable', 'gone')
                """)
                .param("county", county.value())
                .query(Integer.class)
                .single();
    }
}
