package feiyan.platform;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The outbox as a list of things to do. A row that was given up waits until infinity. */
@Component
class OutboxQueue {

    /** A row to do, and how often it failed so far. */
    record Claimed(OutboxRow row, int attempts) {}

    private final JdbcClient db;

    OutboxQueue(JdbcClient db) {
        this.db = db;
    }

    /** Takes rows that nobody else holds; they stay ours until the transaction ends, however it ends. */
    List<Claimed> claim(CountyId county, Instant now, int atMost) {
        return db.sql("""
                select county_id, id, kind, subject_id, subject_version, at, attempts
                from outbox
                where county_id = :county and done_at is null and not_before <= :now
                order by not_before, id
                limit :most
                for update skip locked
                """)
                .param("county", county.value())
                .param("now", DbTime.of(now))
                .param("most", atMost)
                .query((row, index) -> new Claimed(OutboxRow.of(row), row.getInt("attempts")))
                .list();
    }

    void done(CountyId county, Collection<UUID> ids, Instant now) {
        db.sql("update outbox set done_at = :now where county_id = :county and id = any(:ids)")
                .param("county", county.value())
                .param("ids", ids.toArray(UUID[]::new))
                .param("now", DbTime.of(now))
                .update();
    }

    void postpone(CountyId county, UUID id, Instant until) {
        db.sql("""
                update outbox set attempts = attempts + 1, not_before = :until
                where county_id = :county and id = :id
                """)
                .param("county", county.value())
                .param("id", id)
                .param("until", DbTime.of(until))
                .update();
    }

    void giveUp(CountyId county, UUID id) {
        db.sql("""
                update outbox set attempts = attempts + 1, not_before = 'infinity'
                where county_id = :county and id = :id
                """).param("county", county.value()).param("id", id).update();
    }

    List<OutboxRow> givenUp(CountyId county) {
        return db.sql("""
                select county_id, id, kind, subject_id, subject_version, at
                from outbox
                where county_id = :county and done_at is null and not_before = 'infinity'
                order by id
                """)
                .param("county", county.value())
                .query((row, index) -> OutboxRow.of(row))
                .list();
    }

    int revive(CountyId county, Instant now) {
        return db.sql("""
                update outbox set attempts = 0, not_before = :now
                where county_id = :county and done_at is null and not_before = 'infinity'
                """)
                .param("county", county.value())
                .param("now", DbTime.of(now))
                .update();
    }

    int purge(CountyId county, Instant doneBefore) {
        return db.sql("delete from outbox where county_id = :county and done_at < :before")
                .param("county", county.value())
                .param("before", DbTime.of(doneBefore))
                .update();
    }
}
