package feiyan.platform;

import java.sql.ResultSet;
import java.sql.SQLException;
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
    private final OutboxTelling telling;

    Outbox(JdbcClient db, OutboxTelling telling) {
        this.db = db;
        this.telling = telling;
    }

    /**
     * Tells what happened; ids only, so that nothing personal outlives its erasure here. Its row is written as the
     * transaction commits.
     *
     * @param kind such as {@code order.moved}: lower case, dots and underscores
     */
    public void tell(CountyId county, String kind, UUID subject, int version, Instant at) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("told outside the transaction in which it happened: " + kind);
        }
        telling.add(new ToldRows.Told(county, Ids.next(), kind, subject, version, at));
    }

    /** Where a follower starts that only cares for what comes from now on. */
    public OutboxCursor end(CountyId county) {
        var oldestRunning = db.sql("select pg_snapshot_xmin(pg_current_snapshot())::text::bigint")
                .query(Long.class)
                .single();
        return OutboxCursor.before(county, oldestRunning);
    }

    /**
     * All that is committed after a cursor, also what {@link #after} still holds back because something begun earlier
     * may yet appear before it: for whoever must not miss what is there. What is not settled comes again.
     */
    public OutboxSight sight(OutboxCursor cursor, int atMost) {
        var settled = new ArrayList<OutboxRow>();
        var ahead = new ArrayList<OutboxRow>();
        var next = new OutboxCursor[] {cursor};
        db.sql("""
                select county_id, id, stamp, kind, subject_id, subject_version, at,
                  stamp < pg_snapshot_xmin(pg_current_snapshot())::text::bigint as settled
                from outbox
                where county_id = :county
                  and (stamp, id) > (:stamp, :id)
                order by stamp, id
                limit :most
                """)
                .param("county", cursor.county().value())
                .param("stamp", cursor.stamp())
                .param("id", cursor.id())
                .param("most", atMost)
                .query(row -> {
                    if (row.getBoolean("settled")) {
                        settled.add(OutboxRow.of(row));
                        next[0] = cursorAt(cursor.county(), row);
                    } else {
                        ahead.add(OutboxRow.of(row));
                    }
                });
        return new OutboxSight(new OutboxPage(settled, next[0]), ahead);
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
                    next[0] = cursorAt(cursor.county(), row);
                });
        return new OutboxPage(rows, next[0]);
    }

    private static OutboxCursor cursorAt(CountyId county, ResultSet row) throws SQLException {
        return new OutboxCursor(county, row.getLong("stamp"), Objects.requireNonNull(row.getObject("id", UUID.class)));
    }
}
