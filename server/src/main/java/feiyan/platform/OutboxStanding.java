package feiyan.platform;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whether the outbox moves. Late is not stuck: after a campaign a long queue is worked off, and a row that fails is put
 * off. Stuck is where the row that is next has been the same one for a while: nobody takes it.
 */
@Component
public class OutboxStanding {

    private record Head(UUID row, Instant since) {}

    private final JdbcClient db;
    private final Tenants tenants;
    private final InstantSource clock;
    private final Map<CountyId, Head> heads = new HashMap<>();

    OutboxStanding(JdbcClient db, Tenants tenants, InstantSource clock) {
        this.db = db;
        this.tenants = tenants;
        this.clock = clock;
    }

    /** The counties whose next row has not moved for {@code patience}, as far as was looked so far. */
    public synchronized List<CountyId> stuck(Duration patience) {
        var now = clock.instant();
        var counties = tenants.all();
        heads.keySet().retainAll(counties);
        counties.forEach(county -> look(county, now));
        return counties.stream()
                .filter(county -> hasNotMoved(heads.get(county), now.minus(patience)))
                .toList();
    }

    private static boolean hasNotMoved(@Nullable Head head, Instant since) {
        return head != null && !head.since().isAfter(since);
    }

    private void look(CountyId county, Instant now) {
        next(county, now)
                .ifPresentOrElse(
                        row -> heads.compute(
                                county,
                                (same, head) -> head != null && head.row().equals(row) ? head : new Head(row, now)),
                        () -> heads.remove(county));
    }

    private Optional<UUID> next(CountyId county, Instant now) {
        return db.sql("""
                select id from outbox where county_id = :county and done_at is null and not_before <= :now
                order by not_before, id limit 1
                """)
                .param("county", county.value())
                .param("now", DbTime.of(now))
                .query(UUID.class)
                .optional();
    }
}
