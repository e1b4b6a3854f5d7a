package feiyan.platform;

import java.sql.Types;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who did what that matters. Written in the transaction in which it is done, or by itself where it was refused. The
 * sealer puts it into the county's chain a moment later, so that nobody who writes here waits for anybody else.
 */
@Component
public class AuditLog {

    private final JdbcClient db;
    private final InstantSource clock;
    private final AuditMac macs;

    AuditLog(JdbcClient db, InstantSource clock, AuditMac macs) {
        this.db = db;
        this.clock = clock;
        this.macs = macs;
    }

    public void record(CountyId county, AuditAct act) {
        record(county, act, clock.instant());
    }

    /** Of what happened a little while ago and could not be written down at once. */
    public void record(CountyId county, AuditAct act, Instant at) {
        var entry = new AuditEntry(
                AuditEntry.Source.ACT,
                Ids.next(),
                at,
                act.actor(),
                act.kind().code(),
                act.subject(),
                act.subjectId(),
                act.fields(),
                act.reason(),
                act.unit());
        write(county, entry, macs.of(county, entry));
    }

    /** One statement, so that outside a transaction, too, no row is there without waiting for its link. */
    private void write(CountyId county, AuditEntry entry, byte[] mac) {
        db.sql("""
                with kept as (
                  insert into audit_act
                    (county_id, id, at, actor_id, kind, subject, subject_id, fields, reason, unit_id, mac)
                  values (:county, :id, :at, :actor, :kind, :subject, :subjectId, :fields, :reason, :unit, :mac)
                  returning county_id, id)
                insert into audit_waiting (county_id, id, source) select kept.county_id, kept.id, 'ACT' from kept
                """)
                .param("county", county.value())
                .param("id", entry.id())
                .param("at", DbTime.of(entry.at()))
                .param("actor", entry.actor(), Types.OTHER)
                .param("kind", entry.kind())
                .param("subject", entry.subject(), Types.VARCHAR)
                .param("subjectId", entry.subjectId(), Types.OTHER)
                .param("fields", entry.fields().toArray(String[]::new))
                .param("reason", entry.reason(), Types.VARCHAR)
                .param("unit", entry.unit(), Types.OTHER)
                .param("mac", mac)
                .update();
    }

    /** Short for what concerns one person's account. */
    public void record(CountyId county, AuditKind kind, UUID actor, UUID person) {
        record(county, AuditAct.of(kind, actor).to("person", person));
    }
}
