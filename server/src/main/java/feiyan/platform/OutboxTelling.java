package feiyan.platform;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What one transaction has to tell, written by one statement as it commits instead of by one for each: an accepted
 * offer tells three things. Where a part of the transaction is taken back, so is what it told.
 */
@Component
class OutboxTelling {

    private static final String INSERT =
            "insert into outbox (county_id, id, kind, subject_id, subject_version, at, not_before)";

    /** For one row, for two, and so on. */
    private static final List<String> FEW =
            IntStream.rangeClosed(1, 4).mapToObj(OutboxTelling::insertOf).toList();

    private static final String MANY = INSERT + """
             select :county, told.id, told.kind, told.subject, told.version, told.at, told.at
            from unnest(:ids::uuid[], :kinds::text[], :subjects::uuid[], :versions::int[], :ats::timestamptz[])
              as told (id, kind, subject, version, at)
            """;

    private static final String AND_COMMIT = "; commit";

    private final JdbcClient db;

    OutboxTelling(JdbcClient db) {
        this.db = db;
    }

    record Told(CountyId county, UUID id, String kind, UUID subject, int version, Instant at) {}

    void add(Told told) {
        if (TransactionSynchronizationManager.getResource(this) instanceof Untold waiting) {
            waiting.all.add(told);
        } else {
            var first = new Untold();
            first.all.add(told);
            TransactionSynchronizationManager.bindResource(this, first);
            TransactionSynchronizationManager.registerSynchronization(first);
        }
    }

    /**
     * Writes what the transaction at hand has to tell, and commits it by the same way to the database; where nothing
     * was told, nothing is committed either.
     */
    void writeAndCommit() {
        if (TransactionSynchronizationManager.getResource(this) instanceof Untold waiting) {
            var counties = waiting.all.stream().map(Told::county).distinct().toList();
            for (var county : counties) {
                write(waiting.of(county), county.equals(counties.getLast()) ? AND_COMMIT : "");
            }
        }
    }

    /** A step tells one thing to three; rows named one by one cost PostgreSQL half of what lists do. */
    private void write(List<Told> all, String then) {
        if (all.size() <= FEW.size()) {
            writeFew(all, then);
        } else {
            writeMany(all, then);
        }
    }

    private void writeFew(List<Told> all, String then) {
        var insert = db.sql(FEW.get(all.size() - 1) + then)
                .param("county", all.getFirst().county().value());
        for (int at = 0; at < all.size(); at++) {
            var told = all.get(at);
            insert = insert.param("id" + at, told.id())
                    .param("kind" + at, told.kind())
                    .param("subject" + at, told.subject())
                    .param("version" + at, told.version())
                    .param("at" + at, DbTime.of(told.at()));
        }
        insert.update();
    }

    private static String insertOf(int rows) {
        return IntStream.range(0, rows)
                .mapToObj(at -> "(:county, :id#, :kind#, :subject#, :version#, :at#, :at#)".replace("#", "" + at))
                .collect(Collectors.joining(", ", INSERT + " values ", ""));
    }

    private void writeMany(List<Told> all, String then) {
        db.sql(MANY + then)
                .param("county", all.getFirst().county().value())
                .param("ids", each(all, Told::id).toArray(UUID[]::new))
                .param("kinds", each(all, Told::kind).toArray(String[]::new))
                .param("subjects", each(all, Told::subject).toArray(UUID[]::new))
                .param("versions", each(all, Told::version).toArray(Integer[]::new))
                .param("ats", each(all, told -> told.at().toString()).toArray(String[]::new))
                .update();
    }

    private static <T> List<T> each(List<Told> all, Function<Told, T> what) {
        return all.stream().map(what).toList();
    }

    private final class Untold implements TransactionSynchronization {

        private final List<Told> all = new ArrayList<>();
        private final Map<Object, Integer> before = new HashMap<>();

        @Override
        public void savepoint(Object savepoint) {
            before.put(savepoint, all.size());
        }

        /** One that was set when nothing was told yet is not known here. */
        @Override
        public void savepointRollback(Object savepoint) {
            all.subList(before.getOrDefault(savepoint, 0), all.size()).clear();
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
