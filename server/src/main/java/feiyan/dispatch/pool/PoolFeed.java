package feiyan.dispatch.pool;

import feiyan.platform.CountyId;
import feiyan.platform.Outbox;
import feiyan.platform.OutboxCursor;
import feiyan.platform.OutboxRow;
import feiyan.platform.OutboxSight;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One county's pool, and how far it has followed the outbox. */
final class PoolFeed {

    /** As many as this are slower to follow than all is to read anew. */
    private static final int MOST = 2_000;

    private final CountyId county;
    private final Outbox outbox;
    private final MemberRows rows;
    private final Touched touched;
    private final TransactionTemplate outside;
    private volatile @Nullable Pool pool;
    private @Nullable OutboxCursor cursor;
    /** What was followed already though it lies beyond the cursor: something begun earlier is still being written. */
    private Set<UUID> ahead = Set.of();

    private volatile Instant seen = Instant.EPOCH;

    PoolFeed(CountyId county, Outbox outbox, MemberRows rows, Touched touched, TransactionTemplate outside) {
        this.county = county;
        this.outbox = outbox;
        this.rows = rows;
        this.touched = touched;
        this.outside = outside;
    }

    /** As everything is that was committed before; within a transaction as it was at the look before that. */
    synchronized Pool pool(LocalDate today, Instant now) {
        seen = now;
        boolean stands = isOf(today);
        if (stands && TransactionSynchronizationManager.isActualTransactionActive()) {
            return Objects.requireNonNull(pool);
        }
        return Objects.requireNonNull(outside.execute(status -> stands ? caughtUp(today) : loaded(today)));
    }

    /** Whether it is read already; answered even while somebody reads it. */
    boolean isOf(LocalDate today) {
        var current = pool;
        return current != null && current.day().equals(today);
    }

    boolean isUnseenSince(Instant moment) {
        return seen.isBefore(moment);
    }

    /** The cursor first: what happens while all is read comes again, and reading somebody twice does no harm. */
    private Pool loaded(LocalDate today) {
        cursor = outbox.end(county);
        var loaded = new Pool(today, rows.center(county), rows.of(Whose.all(county), today));
        pool = loaded;
        return loaded;
    }

    /** Also by what is not settled: while an import is being written, whoever just joined is there all the same. */
    private Pool caughtUp(LocalDate today) {
        int most = MOST + ahead.size();
        var sight = outbox.sight(Objects.requireNonNull(cursor), most);
        var told = toldAnew(sight);
        if (sight.size() == most || told.stream().anyMatch(Touched::isAll)) {
            ahead = ids(sight.ahead());
            return loaded(today);
        }
        var current = Objects.requireNonNull(pool);
        if (!told.isEmpty()) {
            var people = touched.by(county, told);
            current.refresh(people, people.isEmpty() ? List.of() : rows.of(Whose.of(county, people), today));
        }
        cursor = sight.settled().next();
        ahead = ids(sight.ahead());
        return current;
    }

    private List<OutboxRow> toldAnew(OutboxSight sight) {
        return Stream.concat(sight.settled().rows().stream(), sight.ahead().stream())
                .filter(row -> !ahead.contains(row.id()))
                .toList();
    }

    private static Set<UUID> ids(List<OutboxRow> rows) {
        return rows.stream().map(OutboxRow::id).collect(Collectors.toUnmodifiableSet());
    }
}
