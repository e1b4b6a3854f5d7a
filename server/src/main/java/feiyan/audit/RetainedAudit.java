package feiyan.audit;

import feiyan.platform.CountyId;
import feiyan.platform.DbTime;
import feiyan.platform.DueRows;
import feiyan.platform.Policy;
import feiyan.platform.Retained;
import feiyan.platform.Setting;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who saw what and who did what, when even that is old. The chain loses its beginning and keeps the hash where it now
 * begins; the database itself lets nothing go that is younger than three years.
 */
@Component
class RetainedAudit implements Retained {

    private static final String DUE = "audit_link l where l.county_id = :county and l.at < :before";

    private final JdbcClient db;
    private final ChainHeads heads;

    RetainedAudit(JdbcClient db, ChainHeads heads) {
        this.db = db;
        this.heads = heads;
    }

    @Override
    public String kind() {
        return "audit";
    }

    @Override
    public Setting<Integer> days() {
        return Policy.KEEP_AUDIT;
    }

    @Override
    public Due due(CountyId county, Instant before) {
        return DueRows.count(db, "l.at", DUE, county, before);
    }

    @Override
    public int letGo(CountyId county, Instant before, int atMost) {
        return heads.hold(county).map(head -> shorten(county, head, before, atMost)).orElse(0);
    }

    private record End(long seq, byte[] mac) {}

    private int shorten(CountyId county, ChainHead head, Instant before, int atMost) {
        var end = db.sql("""
                        select l.seq, l.mac from audit_link l
                        where l.county_id = :county and l.seq > :base and l.seq <= :base + :most and l.at < :before
                          and l.seq < coalesce(
                            (select min(young.seq) from audit_link young
                             where young.county_id = :county and young.seq > :base and young.seq <= :base + :most
                               and young.at >= :before),
                            :base + :most + 1)
                        order by l.seq desc limit 1
                        """)
                .param("county", county.value())
                .param("base", head.baseSeq())
                .param("most", (long) atMost)
                .param("before", DbTime.of(before))
                .query((row, number) -> new End(row.getLong("seq"), row.getBytes("mac")))
                .optional();
        return end.map(last -> cut(county, head, last)).orElse(0);
    }

    private int cut(CountyId county, ChainHead head, End last) {
        var gone = db.sql("select audit_let_go(:county, :last)")
                .param("county", county.value())
                .param("last", last.seq())
                .query(Long.class)
                .single();
        heads.move(county, head.from(last.seq(), last.mac()));
        return Math.toIntExact(gone);
    }
}
