package feiyan.dispatch.pool;

import feiyan.platform.CountyId;
import feiyan.platform.Outbox;
import feiyan.platform.OutboxCursor;
import feiyan.platform.OutboxRow;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One county's pool, and how far it has followed the outbox. */
final class PoolFeed {

    private static final int AT_ONCE = 500;
    /** More than this is slower to follow than to read all anew. */
    private static final int MOST = 2_000;

    private final CountyId county;
    private final Outbox outbox;
    private final MemberRows rows;
    private final Touched touched;
    private final TransactionTemplate outside;
    private volatile @Nullable Pool pool;
    private @Nullable OutboxCursor cursor;
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

    private Pool caughtUp(LocalDate today) {
        var told = toldSince();
        if (told.isEmpty()) {
            return loaded(today);
        }
        var current = Objects.requireNonNull(pool);
        if (!told.get().isEmpty()) {
            var people = touched.by(county, told.get());
            current.refresh(people, people.isEmpty() ? List.of() : rows.of(Whose.of(county, people), today));
        }
        return current;
    }

    /** Empty where it is too much to follow. */
    private Optional<List<OutboxRow>> toldSince() {
        var all = new ArrayList<OutboxRow>();
        var page = outbox.after(Objects.requireNonNull(cursor), AT_ONCE);
        while (!page.rows().isEmpty()) {
            all.addAll(page.rows());
            if (all.size() > MOST || page.rows().stream().anyMatch(Touched::isAll)) {
                return Optional.empty();
            }
            page = outbox.after(page.next(), AT_ONCE);
        }
        cursor = page.next();
        return Optional.of(all);
    }
}
