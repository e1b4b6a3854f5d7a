package feiyan.audit;

import feiyan.platform.AuditEntry;
import feiyan.platform.CountyId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The links as rows, and beside each the entry that it is about. */
@Repository
class ChainLinks {

    private final JdbcClient db;

    ChainLinks(JdbcClient db) {
        this.db = db;
    }

    /** @param macs one for each link */
    void add(CountyId county, List<ChainLink> links, List<byte[]> macs) {
        db.sql("""
                insert into audit_link (county_id, seq, source, entry_id, at, actor_id, kind, subject, subject_id,
                  about_id, fields, reason, unit_id, mac)
                select :county, n.seq, s.source, s.id, s.at, s.actor_id, s.kind, s.subject, s.subject_id, n.about_id,
                  s.fields, s.reason, n.unit_id, n.mac
                from unnest(:seqs::bigint[], :sources::text[], :ids::uuid[], :abouts::uuid[], :units::uuid[],
                  :macs::bytea[]) as n (seq, source, id, about_id, unit_id, mac)
                join audit_source s on s.county_id = :county and s.id = n.id and s.source = n.source
                """)
                .param("county", county.value())
                .param("seqs", links.stream().map(ChainLink::seq).toArray(Long[]::new))
                .param("sources", each(links, link -> link.entry().source().name(), String[]::new))
                .param("ids", each(links, link -> link.entry().id(), UUID[]::new))
                .param("abouts", each(links, ChainLink::about, UUID[]::new))
                .param("units", each(links, link -> link.entry().unit(), UUID[]::new))
                .param("macs", macs.toArray(byte[][]::new))
                .update();
    }

    private static <T> @Nullable T[] each(
            List<ChainLink> links,
            java.util.function.Function<ChainLink, @Nullable T> part,
            java.util.function.IntFunction<@Nullable T[]> array) {
        return links.stream().map(part).toArray(array);
    }

    /**
     * A link as it was found.
     *
     * @param mac its hash as it stands there
     * @param entry the row that it is about as it is now; null where that is gone
     */
    @SuppressWarnings("ArrayRecordComponent") // Bytes that are written and read; nobody compares such a record.
    record Found(ChainLink link, byte[] mac, @Nullable AuditEntry entry) {}

    List<Found> after(CountyId county, long seq, long upTo, int atMost) {
        return db.sql("""
                select l.*, s.source as s_source, s.id as s_id, s.at as s_at, s.actor_id as s_actor_id, s.kind as s_kind,
                  s.subject as s_subject, s.subject_id as s_subject_id, s.fields as s_fields, s.reason as s_reason,
                  s.unit_id as s_unit_id, s.mac as s_mac
                from audit_link l
                left join audit_source s on s.county_id = :county and s.id = l.entry_id and s.source = l.source
                where l.county_id = :county and l.seq > :after and l.seq <= :upTo
                order by l.seq
                limit :most
                """)
                .param("county", county.value())
                .param("after", seq)
                .param("upTo", upTo)
                .param("most", atMost)
                .query(ChainLinks::found)
                .list();
    }

    private static Found found(ResultSet row, int number) throws SQLException {
        var link = new ChainLink(
                row.getLong("seq"),
                EntryRow.read(row, "", "entry_id", "unit_id"),
                row.getObject("about_id", UUID.class),
                row.getBytes("s_mac"));
        var there = row.getObject("s_id", UUID.class) != null;
        return new Found(link, row.getBytes("mac"), there ? EntryRow.read(row, "s_", "s_id", "s_unit_id") : null);
    }

    /** An entry that no link is about and that waits for none. */
    List<UUID> strangers(CountyId county) {
        return db.sql("""
                select s.id from audit_source s
                where s.county_id = :county
                  and not exists (select 1 from audit_link l where l.county_id = :county and l.entry_id = s.id)
                  and not exists (select 1 from audit_waiting w where w.county_id = :county and w.id = s.id)
                order by s.at, s.id limit 1
                """)
                .param("county", county.value())
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
    }

    /** What waited for its link and is gone. */
    List<UUID> lost(CountyId county) {
        return db.sql("""
                select w.id from audit_waiting w
                where w.county_id = :county and not exists (
                  select 1 from audit_source s where s.county_id = :county and s.id = w.id and s.source = w.source)
                order by w.id limit 1
                """)
                .param("county", county.value())
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
    }
}
