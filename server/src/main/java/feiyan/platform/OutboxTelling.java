package feiyan.platform;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What one transaction has to tell, written by one statement just before it commits instead of by one for each: an
 * accepted offer tells three things. Where a part of the transaction is taken back, so is what it told.
 */
@Component
class OutboxTelling {

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

    private void write(List<Told> all) {
        db.sql("""
                insert into outbox (county_id, id, kind, subject_id, subject_version, at, not_before)
                select :county, told.id, told.kind, told.subject, told.version, told.at, told.at
                from unnest(:ids::uuid[], :kinds::text[], :subjects::uuid[], :versions::int[], :ats::timestamptz[])
                  as told (id, kind, subject, version, at)
                """)
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

        @Override
        public void beforeCommit(boolean readOnly) {
            all.stream().map(Told::county).distinct().toList().forEach(this::write);
        }

        private void write(CountyId county) {
            OutboxTelling.this.write(
                    all.stream().filter(told -> told.county().equals(county)).toList());
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(OutboxTelling.this);
        }
    }
}
