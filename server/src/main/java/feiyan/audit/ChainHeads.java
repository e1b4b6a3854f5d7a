package feiyan.audit;

import feiyan.platform.AuditMac;
import feiyan.platform.CountyId;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The heads of the chains. Whoever holds one is the only one who adds to its chain. */
@Repository
class ChainHeads {

    private final JdbcClient db;
    private final AuditMac macs;

    ChainHeads(JdbcClient db, AuditMac macs) {
        this.db = db;
        this.macs = macs;
    }

    /** A head as it stands in the table, and whether it is one that this house wrote. */
    record Found(ChainHead head, boolean ours) {}

    /** Empty where another instance is at it: it will do the work. */
    Optional<ChainHead> hold(CountyId county) {
        db.sql("""
                insert into audit_head (county_id, base_seq, base_mac, seq, link_mac, mac)
                values (:county, 0, ''::bytea, 0, ''::bytea, :mac)
                on conflict (county_id) do nothing
                """)
                .param("county", county.value())
                .param("mac", ChainHead.START.mac(macs, county))
                .update();
        return db.sql("""
                        select base_seq, base_mac, seq, link_mac from audit_head
                        where county_id = :county for update skip locked
                        """)
                .param("county", county.value())
                .query(ChainHeads::head)
                .optional();
    }

    Optional<Found> find(CountyId county) {
        return db.sql("select base_seq, base_mac, seq, link_mac, mac from audit_head where county_id = :county")
                .param("county", county.value())
                .query((row, number) -> {
                    var head = head(row, number);
                    return new Found(head, MessageDigest.isEqual(head.mac(macs, county), row.getBytes("mac")));
                })
                .optional();
    }

    void move(CountyId county, ChainHead head) {
        db.sql("""
                update audit_head set base_seq = :baseSeq, base_mac = :baseMac, seq = :seq, link_mac = :linkMac, mac = :mac
                where county_id = :county
                """)
                .param("baseSeq", head.baseSeq())
                .param("baseMac", head.baseMac())
                .param("seq", head.seq())
                .param("linkMac", head.linkMac())
                .param("mac", head.mac(macs, county))
                .param("county", county.value())
                .update();
    }

    private static ChainHead head(ResultSet row, int number) throws SQLException {
        return new ChainHead(
                row.getLong("base_seq"), row.getBytes("base_mac"), row.getLong("seq"), row.getBytes("link_mac"));
    }
}
