package feiyan.audit;

import feiyan.platform.AuditEntry;
import feiyan.platform.CountyId;
import feiyan.platform.DbTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was written and is not in the chain yet, with what the chain adds: whose data it is, and at which unit. */
@Repository
class WaitingEntries {

    /**
     * Where somebody works: the post above all others they held at that moment, or the center where there is no such
     * one; whoever is no staff belongs where they serve or live. What cannot be told apart is the center's to look at.
     */
    private static final String NEXT = """
            with entry as (
              select s.*, coalesce(s.actor_id, case s.subject when 'person' then s.subject_id end) as who
              from audit_waiting w
              join audit_source s on s.county_id = :county and s.id = w.id and s.source = w.source
              where w.county_id = :county and (w.set_aside_at is null or w.set_aside_at < :again)
              order by w.id
              limit :most),
            held as (
              select e.id, p.unit_id from entry e
              join staff_post p on p.county_id = :county and p.person_id = e.who and p.given_at <= e.at
                and (p.ended_at is null or p.ended_at > e.at)),
            above as (
              select h.id, (array_agg(h.unit_id))[1] as unit_id from held h
              where not exists (
                select 1 from held other
                where other.id = h.id and not exists (
                  select 1 from unit_within t
                  where t.county_id = :county and t.unit_id = other.unit_id and t.ancestor_id = h.unit_id))
              group by h.id)
            select e.*,
              case e.subject when 'person' then e.subject_id else coalesce(o.requester_id, m.requester_id) end as about_id,
              coalesce(
                e.unit_id,
                above.unit_id,
                case when not exists (select 1 from held h where h.id = e.id) then coalesce(v.unit_id, r.station_id) end,
                (select c.id from unit c where c.county_id = :county and c.tier = 'CENTER' and c.closed_at is null)
              ) as place_id
            from entry e
            left join above on above.id = e.id
            left join order_about o on o.county_id = :county and e.subject = 'service_order' and o.order_id = e.subject_id
            left join order_media_about m on m.county_id = :county and e.subject = 'order_media' and m.media_id = e.subject_id
            left join serving_volunteer v on v.county_id = :county and v.volunteer_id = e.who
            left join resident_home r on r.county_id = :county and r.person_id = e.who
            order by e.id
            """;

    private final JdbcClient db;

    WaitingEntries(JdbcClient db) {
        this.db = db;
    }

    /** @param place the unit, for the chain; the entry itself says one only where it was told one */
    @SuppressWarnings("ArrayRecordComponent") // Bytes that are written and read; nobody compares such a record.
    record Waiting(
            AuditEntry entry,
            @Nullable UUID about,
            @Nullable UUID place,
            byte @Nullable [] mac) {

        ChainLink link(long seq) {
            return new ChainLink(seq, placed(entry, place), about, mac);
        }
    }

    static AuditEntry placed(AuditEntry entry, @Nullable UUID unit) {
        return new AuditEntry(
                entry.source(),
                entry.id(),
                entry.at(),
                entry.actor(),
                entry.kind(),
                entry.subject(),
                entry.subjectId(),
                entry.fields(),
                entry.reason(),
                unit);
    }

    /** @param again what was set aside before then is tried once more */
    List<Waiting> next(CountyId county, Instant again, int atMost) {
        return db.sql(NEXT)
                .param("county", county.value())
                .param("again", DbTime.of(again))
                .param("most", atMost)
                .query(WaitingEntries::waiting)
                .list();
    }

    void done(CountyId county, Collection<UUID> ids) {
        db.sql("delete from audit_waiting where county_id = :county and id = any(:ids)")
                .param("county", county.value())
                .param("ids", ids.toArray(UUID[]::new))
                .update();
    }

    void setAside(CountyId county, UUID id, Instant now) {
        db.sql("update audit_waiting set set_aside_at = :now where county_id = :county and id = :id")
                .param("county", county.value())
                .param("id", id)
                .param("now", DbTime.of(now))
                .update();
    }

    private static Waiting waiting(ResultSet row, int number) throws SQLException {
        return new Waiting(
                EntryRow.read(row, "", "id", "unit_id"),
                row.getObject("about_id", UUID.class),
                row.getObject("place_id", UUID.class),
                row.getBytes("mac"));
    }
}
