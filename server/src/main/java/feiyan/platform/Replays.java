package feiyan.platform;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Requests of machines that happen once however often they are sent. The key, the effect and the answer are written in
 * one transaction: after a crash either all is there or nothing. Of two at once the second waits at the key's row for
 * the first, and gets its answer.
 */
@Component
public class Replays {

    /** The key was spent on something else. */
    public static final String OTHER_REQUEST = "replay.other_request";

    private static final String FAILED = "replay.failed";

    private final JdbcClient db;
    private final Transactions transactions;
    private final FieldCipher cipher;
    private final InstantSource clock;
    private final Duration kept;

    Replays(
            JdbcClient db,
            Transactions transactions,
            FieldCipher cipher,
            InstantSource clock,
            @Value("${feiyan.api.keys-kept:24h}") Duration kept) {
        this.db = db;
        this.transactions = transactions;
        this.cipher = cipher;
        this.clock = clock;
        this.kept = kept;
    }

    /**
     * One request.
     *
     * @param token whose keys these are: two machines do not know of each other's
     * @param fingerprint of everything that says what is to be done
     */
    public record Call(CountyId county, UUID token, String key, String fingerprint) {}

    /**
     * What was answered.
     *
     * @param kept whether it is to be told again; never true for what may not be shown later
     */
    public record Answer(int status, String type, String body, boolean kept) {}

    /** @param again whether it is the answer of the first time */
    public record Told(Answer answer, boolean again) {}

    /**
     * Does the work, or tells what it answered the first time. An answer of 500 and above takes everything back.
     * Refused: {@link #OTHER_REQUEST}, or what the database refused at commit.
     */
    public Outcome<Told> once(Call call, Supplier<Answer> work) {
        var failed = new AtomicReference<@Nullable Answer>();
        var told = transactions.write(() -> isFirst(call) ? first(call, work, failed) : earlier(call));
        var failure = failed.get();
        return failure == null ? told : Outcome.done(new Told(failure, false));
    }

    private boolean isFirst(Call call) {
        var now = clock.instant();
        db.sql("""
                delete from api_replay
                where county_id = :county and token_id = :token and key = :key and expires_at <= :now
                """)
                .param("county", call.county().value())
                .param("token", call.token())
                .param("key", call.key())
                .param("now", DbTime.of(now))
                .update();
        return db.sql("""
                insert into api_replay (county_id, token_id, key, fingerprint, at, expires_at)
                values (:county, :token, :key, :fingerprint, :now, :expires)
                on conflict (county_id, token_id, key) do nothing
                """)
                        .param("county", call.county().value())
                        .param("token", call.token())
                        .param("key", call.key())
                        .param("fingerprint", fingerprint(call))
                        .param("now", DbTime.of(now))
                        .param("expires", DbTime.of(now.plus(kept)))
                        .update()
                == 1;
    }

    /** Keyed, since a body may hold an address that somebody with the table could otherwise try out. */
    private byte[] fingerprint(Call call) {
        return cipher.fingerprint("api_replay", call.fingerprint());
    }

    private Outcome<Told> first(Call call, Supplier<Answer> work, AtomicReference<@Nullable Answer> failed) {
        var answer = work.get();
        if (answer.status() >= 500) {
            failed.set(answer);
            return Outcome.refused(FAILED);
        }
        if (answer.kept()) {
            keep(call, answer);
        } else {
            forget(call);
        }
        return Outcome.done(new Told(answer, false));
    }

    private void keep(Call call, Answer answer) {
        db.sql("""
                update api_replay set status = :status, type = :type, body = :body
                where county_id = :county and token_id = :token and key = :key
                """)
                .param("county", call.county().value())
                .param("token", call.token())
                .param("key", call.key())
                .param("status", answer.status())
                .param("type", answer.type())
                .param("body", answer.body())
                .update();
    }

    private void forget(Call call) {
        db.sql("delete from api_replay where county_id = :county and token_id = :token and key = :key")
                .param("county", call.county().value())
                .param("token", call.token())
                .param("key", call.key())
                .update();
    }

    /** What machines asked for by these tokens, whose owner is forgotten; within the caller's transaction. */
    public void forgetAll(CountyId county, Collection<UUID> tokens) {
        db.sql("delete from api_replay where county_id = :county and token_id = any(:tokens)")
                .param("county", county.value())
                .param("tokens", tokens.toArray(UUID[]::new))
                .update();
    }

    private record Earlier(boolean same, Answer answer) {}

    /** Gone again where the first one's answer was not kept, a moment ago: then the sender tries once more. */
    private Outcome<Told> earlier(Call call) {
        return find(call)
                .map(earlier -> earlier.same
                        ? Outcome.done(new Told(earlier.answer, true))
                        : Outcome.<Told>refused(OTHER_REQUEST))
                .orElseGet(() -> Outcome.refused("try_again"));
    }

    private Optional<Earlier> find(Call call) {
        return db.sql("""
                select fingerprint = :fingerprint as same, status, type, body from api_replay
                where county_id = :county and token_id = :token and key = :key and status is not null
                """)
                .param("county", call.county().value())
                .param("token", call.token())
                .param("key", call.key())
                .param("fingerprint", fingerprint(call))
                .query((row, number) -> new Earlier(
                        row.getBoolean("same"),
                        new Answer(row.getInt("status"), row.getString("type"), row.getString("body"), true)))
                .optional();
    }
}
