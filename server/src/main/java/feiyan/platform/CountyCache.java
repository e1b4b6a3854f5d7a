package feiyan.platform;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What a county decides a few times a year and each click asks for: its policy, its calendar, its menu, its units. Read
 * anew at once where it was changed by this instance, and after a second where by another one; whoever changes it sees
 * it as it will be. ADR 0034.
 */
public final class CountyCache<T> {

    /** So long another instance's change may go unseen. What must not miss it waits for {@link #SETTLED}. */
    private static final Duration FRESH = Duration.ofSeconds(1);

    /** After so long every instance goes by a change, with time to spare for a read that took its time. */
    public static final Duration SETTLED = Duration.ofSeconds(3);

    private final Function<CountyId, T> reader;
    private final Map<CountyId, Kept<T>> kept = new HashMap<>();
    private long changes;

    private record Kept<T>(T value, long read) {

        boolean isFresh() {
            return System.nanoTime() - read < FRESH.toNanos();
        }
    }

    public CountyCache(Function<CountyId, T> reader) {
        this.reader = reader;
    }

    public T of(CountyId county) {
        var changed = changedHere();
        if (changed != null && changed.counties.contains(county)) {
            return changed.seen.computeIfAbsent(county, reader);
        }
        long before;
        synchronized (kept) {
            var known = kept.get(county);
            if (known != null && known.isFresh()) {
                return known.value();
            }
            before = changes;
        }
        long began = System.nanoTime();
        var value = reader.apply(county);
        keep(county, new Kept<>(value, began), before);
        return value;
    }

    /** Unless somebody changed it while it was read: then nobody knows which of both was seen. */
    private void keep(CountyId county, Kept<T> read, long before) {
        synchronized (kept) {
            if (changes == before) {
                kept.put(county, read);
            }
        }
    }

    /**
     * Says that this transaction has just changed it, after each statement that does: from now on it reads what it
     * wrote, and at its end all others do.
     */
    public void changed(CountyId county) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            forget(county);
            return;
        }
        var changed = changedHere();
        if (changed == null) {
            changed = new Changed<>(new HashSet<>(), new HashMap<>());
            TransactionSynchronizationManager.bindResource(this, changed);
        }
        changed.seen.remove(county);
        if (changed.counties.add(county)) {
            TransactionSynchronizationManager.registerSynchronization(new AtTheEnd(county));
        }
    }

    @SuppressWarnings("unchecked") // nobody else binds anything to this object
    private @Nullable Changed<T> changedHere() {
        return (Changed<T>) TransactionSynchronizationManager.getResource(this);
    }

    /**
     * By the transaction under way.
     *
     * @param seen as it reads it since the last change
     */
    private record Changed<T>(Set<CountyId> counties, Map<CountyId, T> seen) {}

    private void forget(CountyId county) {
        synchronized (kept) {
            changes++;
            kept.remove(county);
        }
    }

    private final class AtTheEnd implements TransactionSynchronization {

        private final CountyId county;

        AtTheEnd(CountyId county) {
            this.county = county;
        }

        /** What was seen may have been taken back. */
        @Override
        public void savepointRollback(Object savepoint) {
            var changed = changedHere();
            if (changed != null) {
                changed.seen.remove(county);
            }
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(CountyCache.this);
            forget(county);
        }
    }
}
