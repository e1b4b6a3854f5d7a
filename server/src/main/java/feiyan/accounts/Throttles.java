package feiyan.accounts;

import feiyan.platform.DbTime;
import feiyan.platform.FieldCipher;
import feiyan.platform.Outcome;
import feiyan.platform.Transactions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts tries over a sliding time, shared by all instances. A refused try is taken back and not counted: whoever
 * hammers at a neighbour's door must not keep the neighbour out.
 */
@Component
public class Throttles {

    /** A window is counted in this many slices: the fewer, the sooner an old try would be forgotten. */
    private static final int SLICES = 60;

    /** A row of each key that counts nothing: whoever holds it is the only one who counts. */
    private static final OffsetDateTime TURN = DbTime.of(Instant.EPOCH);

    private static final Logger LOG = LoggerFactory.getLogger(Throttles.class);

    private final JdbcClient jdbc;
    private final FieldCipher cipher;
    private final Transactions transactions;
    private final InstantSource clock;

    Throttles(JdbcClient jdbc, FieldCipher cipher, Transactions transactions, InstantSource clock) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Counts one try, or refuses with the minutes to wait.
     *
     * @param who a phone, an account, a network address; stored as a keyed hash only
     */
    public Outcome<Boolean> take(String purpose, String who, List<Limit> limits) {
        var key = cipher.fingerprint("throttle." + purpose, who);
        var now = clock.instant();
        return transactions.write(() -> {
            count(key, slice(now, limits));
            return limits.stream()
                    .map(limit -> within(key, limit, now))
                    .filter(Outcome.Refused.class::isInstance)
                    .findFirst()
                    .orElse(Outcome.done(true));
        });
    }

    private static OffsetDateTime slice(Instant now, List<Limit> limits) {
        var shortest = limits.stream()
                .map(Limit::within)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        long length = Math.max(1000, shortest.toMillis() / SLICES);
        return DbTime.of(Instant.ofEpochMilli(now.toEpochMilli() / length * length));
    }

    /** Of two tries at once the second waits for the first and counts it, whichever slices they fall in. */
    private void count(byte[] key, OffsetDateTime slice) {
        jdbc.sql("""
                        insert into throttle (key, window_start, tries) values (:key, :turn, 0), (:key, :slice, 1)
                        on conflict (key, window_start) do update set tries = throttle.tries + excluded.tries
                        """)
                .param("key", key)
                .param("turn", TURN)
                .param("slice", slice)
                .update();
    }

    private record Tries(int number, OffsetDateTime oldest) {}

    private Outcome<Boolean> within(byte[] key, Limit limit, Instant now) {
        var tries = jdbc.sql("""
                        select sum(tries) as number, min(window_start) as oldest from throttle
                        where key = :key and window_start > :since
                        """)
                .param("key", key)
                .param("since", DbTime.of(now.minus(limit.within())))
                .query((row, number) -> new Tries(row.getInt("number"), row.getObject("oldest", OffsetDateTime.class)))
                .single();
        if (tries.number <= limit.tries()) {
            return Outcome.done(true);
        }
        LOG.info("too many tries, {} within {}: it is waited", limit.tries(), limit.within());
        var wait = Duration.between(now, tries.oldest.toInstant().plus(limit.within()));
        return Outcome.refused("throttle.wait", Math.max(1, (wait.toSeconds() + 59) / 60));
    }

    /** After the right answer the wrong ones before it no longer count. */
    void forget(String purpose, String who) {
        jdbc.sql("delete from throttle where key = :key")
                .param("key", cipher.fingerprint("throttle." + purpose, who))
                .update();
    }
}
