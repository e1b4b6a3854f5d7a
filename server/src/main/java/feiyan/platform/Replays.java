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
 * one transaction: after a crash either all is there or nothing. The key is written last, with the answer, since nearly
 * every request is the first of its key: of one that is not the database takes back all, since the key is there, and it
 * tells the answer of the first. So nothing that a request does may reach beyond its transaction but through the
 * outbox. ADR 0041.
 */
@Component
public class Replays {

    /** The key was spent on something else. */
    public static final String OTHER_REQUEST = "replay.other_request";

    private static final String FAILED = "replay.failed";
    private static final String TRY_AGAIN = "try_again";

    private final JdbcClient db;
    private final Transactions transactions;
    private final OutboxTelling telling;
    private final FieldCipher cipher;
    private final InstantSource clock;
    private final Duration kept;

    Replays(
            JdbcClient db,
            Transactions transactions,
            OutboxTelling telling,
            FieldCipher cipher,
            InstantSource clock,
            @Value("${feiyan.api.keys-kept:24h}") Duration kept) {
        this.db = db;
        this.transactions = transactions;
        this.telling = telling;
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
     *
     * @param perhapsAgain whether it is worth looking for an answer before the work is done
     */
    public Outcome<Told> once(Call call, boolean perhapsAgain, Supplier<Answer> work) {
        var earlier = perhapsAgain ? earlier(call) : Optional.<Outcome<Told>>empty();
        return earlier.orElseGet(() -> once(call, work));
    }

    /** Whatever came in between: if the key is there by now, its answer is the one. */
    private Outcome<Told> once(Call call, Supplier<Answer> work) {
        var failed = new AtomicReference<@Nullable Answer>();
        var told = transactions.write(() -> first(call, work, failed));
        return switch (told) {
            case Outcome.Done<Told> done -> done;
            case Outcome.Refused<Told> refused ->
                earlier(call).orElseGet(() -> {
                    var failure = failed.get();
                    return failure == null ? refused : Outcome.done(new Told(failure, false));
                });
        };
    }

    private Outcome<Told> first(Call call, Supplier<Answer> work, AtomicReference<@Nullable Answer> failed) {
        var answer = work.get();
        if (answer.status() >= 500) {
            failed.set(answer);
            return Outcome.refused(FAILED);
        }
        if (answer.kept()) {
            telling.spend(spent(call, answer));
        } else if (find(call).isPresent()) {
            return Outcome.refused(TRY_AGAIN);
        }
        return Outcome.done(new Told(answer, false));
    }

    private SpentKey spent(Call call, Answer answer) {
        var now = clock.instant();
        return new SpentKey(
                call.county(),
                call.token(),
                call.key(),
                fingerprint(call),
                answer.status(),
                answer.type(),
                answer.body(),
                now,
                now.plus(kept));
    }

    /** Keyed, since a body may hold an address that somebody with the table could otherwise try out. */
    private byte[] fingerprint(Call call) {
        return cipher.fingerprint("api_replay", call.fingerprint());
    }

    /** What machines asked for by these tokens, whose owner is forgotten; within the caller's transaction. */
    public void forgetAll(CountyId county, Collection<UUID> tokens) {
        db.sql("delete from api_replay where county_id = :county and token_id = any(:tokens)")
                .param("county", county.value())
                .param("tokens", tokens.toArray(UUID[]::new))
                .update();
    }

    private record Earlier(boolean same, Answer answer) {}

    private Optional<Outcome<Told>> earlier(Call call) {
        return find(call)
                .map(earlier -> earlier.same
                        ? Outcome.done(new Told(earlier.answer, true))
                        : Outcome.<Told>refused(OTHER_REQUEST));
    }

    private Optional<Earlier> find(Call call) {
        return db.sql("""
                select fingerprint = :fingerprint as same, status, type, body from api_replay
                where county_id = :county and token_id = :token and key = :key and status is not null
                  and expires_at > :now
                """)
                .param("county", call.county().value())
                .param("token", call.token())
                .param("key", call.key())
                .param("fingerprint", fingerprint(call))
                .param("now", DbTime.of(clock.instant()))
                .query((row, number) -> new Earlier(
                        row.getBoolean("same"),
                        new Answer(row.getInt("status"), row.getString("type"), row.getString("body"), true)))
                .optional();
    }
}
