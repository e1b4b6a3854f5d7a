package feiyan.platform;

import feiyan.platform.ToldRows.Told;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What one transaction has to tell, written by one statement as it commits instead of by one for each: an accepted
 * offer tells three things. Where a part of the transaction is taken back, so is what it told. A machine's key goes by
 * the same way, before what was told: one that is spent ends all of it there.
 */
@Component
class OutboxTelling {

    private static final String COMMIT = "; commit";
    private static final String KEY_AND_COMMIT = SpentKey.INSERT + COMMIT;

    private static final ToldRows ROWS = new ToldRows("", "");
    private static final ToldRows ROWS_AND_COMMIT = new ToldRows("", COMMIT);
    private static final ToldRows KEY_ROWS_AND_COMMIT = new ToldRows(SpentKey.INSERT + "; ", COMMIT);

    private final JdbcClient db;

    OutboxTelling(JdbcClient db) {
        this.db = db;
    }

    void add(Told told) {
        untold().all.add(told);
    }

    /** Kept with all that the transaction at hand does, or nothing of it is: where the key is spent, it is refused. */
    void spend(SpentKey key) {
        var untold = untold();
        if (untold.key != null) {
            throw new IllegalStateException("two requests in one transaction, which ends with one key");
        }
        untold.key = key;
    }

    private Untold untold() {
        if (TransactionSynchronizationManager.getResource(this) instanceof Untold waiting) {
            return waiting;
        }
        var first = new Untold();
        TransactionSynchronizationManager.bindResource(this, first);
        TransactionSynchronizationManager.registerSynchronization(first);
        return first;
    }

    /**
     * Writes what the transaction at hand has to tell, and commits it by the same way to the database; where nothing
     * was told and no key spent, nothing is committed either.
     */
    void writeAndCommit() {
        if (TransactionSynchronizationManager.getResource(this) instanceof Untold waiting) {
            var counties = waiting.all.stream().map(Told::county).distinct().toList();
            if (counties.isEmpty()) {
                keepAndCommit(waiting.key);
            }
            for (var county : counties) {
                var told = waiting.of(county);
                if (county.equals(counties.getLast())) {
                    writeAndCommit(told, waiting.key);
                } else {
                    ROWS.of(told, db).update();
                }
            }
        }
    }

    private void keepAndCommit(@Nullable SpentKey key) {
        if (key != null) {
            key.on(db.sql(KEY_AND_COMMIT)).update();
        }
    }

    /** Sent as one piece: what the database refuses of it is the end of it, and nothing was committed. */
    private void writeAndCommit(List<Told> told, @Nullable SpentKey key) {
        if (key == null) {
            ROWS_AND_COMMIT.of(told, db).update();
        } else {
            key.on(KEY_ROWS_AND_COMMIT.of(told, db)).update();
        }
    }

    /** How far it had come. */
    private record Mark(int told, @Nullable SpentKey key) {}

    private static final Mark NOTHING = new Mark(0, null);

    private final class Untold implements TransactionSynchronization {

        private final List<Told> all = new ArrayList<>();
        private final Map<Object, Mark> before = new HashMap<>();

        @Nullable
        private SpentKey key;

        @Override
        public void savepoint(Object savepoint) {
            before.put(savepoint, new Mark(all.size(), key));
        }

        /** One that was set when nothing was told yet is not known here. */
        @Override
        public void savepointRollback(Object savepoint) {
            var mark = before.getOrDefault(savepoint, NOTHING);
            all.subList(mark.told(), all.size()).clear();
            key = mark.key();
        }

        /** A transaction of its own in the midst of this one tells and commits what is its own. */
        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResourceIfPossible(OutboxTelling.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(OutboxTelling.this, this);
        }

        private List<Told> of(CountyId county) {
            return all.stream().filter(told -> told.county().equals(county)).toList();
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(OutboxTelling.this);
        }
    }
}
