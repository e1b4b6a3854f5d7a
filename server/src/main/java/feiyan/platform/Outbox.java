package feiyan.platform;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What happened, told in the very transaction in which it happened: either both are there or neither. From here it
 * reaches two kinds of reader: {@link OutboxListener}s on each instance (indexes, live pages), and
 * {@link OutboxHandler}s, once in the whole installation (messages).
 *
 * <p>A follower must not lose what commits late. Row 2 may be visible while row 1, begun earlier, is not yet committed;
 * a cursor that moved on to row 2 would never see row 1. So each row carries the number of the transaction that wrote
 * it, and readers stay below the oldest transaction still running: below it nothing can appear any more.
 */
@Component
public class Outbox {

    private final JdbcClient db;

    Outbox(JdbcClient db) {
        this.db = db;
    }

    /**
     * Tells what happened; ids only, so that nothing personal outlives its erasure here.
     *
     * @param kind such as {@code order.moved}: lower case, dots and underscores
     */
    public void tell(CountyId county, String kind, UUID subject, int version, Instant at) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("told outside the transaction in which it happened: " + kind);
        }
        db.sql("""
                insert into outbox (county_id, id, kind, subject_id, subject_version, at, not_before)
                values (:county, :id, :kind, :subject, :version, :at, :at)
                """)
                .param("county", county.value())
                .param("id", Ids.next())
                .param("kind", kind)
                .param("subject", subject)
                .param("version", version)
                .param("at", DbTime.of(at))
                .update();
    }

    /** Where a follower starts that only cares for what comes from now on. */
    public OutboxCursor end(CountyId county) {
        var oldestRunning = db.sql("select pg_snapshot_xmin(pg_current_snapshot())::text::bigint")
                .query(Long.class)
                .single();
        return OutboxCursor.before(county, oldestRunning);
    }

    /** The next rows, in the order in which their transactions began; each exactly once along one chain of cursors. */
    public OutboxPage after(OutboxCursor cursor, int atMost) {
        var rows = new ArrayList<OutboxRow>();
        var next = new OutboxCursor[] {cursor};
        db.sql("""
                select county_id, id, stamp, kind, subject_id, subject_version, at
                from outbox
                where county_id = :county
                  and (stamp, id) > (:stamp, :id)
                  and stamp < pg_snapshot_xmin(pg_current_snapshot())::text::bigint
                order by stamp, id
                limit :most
                """)
                .param("county", cursor.county().value())
                .param("stamp", cursor.stamp())
                .param("id", cursor.id())
                .param("most", atMost)
                .query(row -> {
                    rows.add(OutboxRow.of(row));
                    next[0] = new OutboxCursor(
                            cursor.county(),
                            row.getLong("stamp"),
                            Objects.requireNonNull(row.getObject("id", UUID.class)));
                });
        return new OutboxPage(rows, next[0]);
    }
}
