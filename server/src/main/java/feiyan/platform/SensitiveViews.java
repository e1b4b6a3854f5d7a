package feiyan.platform;

import java.sql.Types;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who saw which sensitive field of which row, and why. Whoever opens a sealed field for somebody's eyes records it here
 * first. The table can be added to and read, never edited.
 */
@Component
public class SensitiveViews {

    private final JdbcClient db;
    private final InstantSource clock;
    private final AuditMac macs;

    SensitiveViews(JdbcClient db, InstantSource clock, AuditMac macs) {
        this.db = db;
        this.clock = clock;
        this.macs = macs;
    }

    /**
     * Records one view.
     *
     * @param subject the kind of row, as its table is named: {@code person}, {@code service_order}
     * @param fields the columns shown
     * @param reason what the viewer gave as reason, where one is asked for
     */
    public void record(
            CountyId county, UUID viewer, String subject, UUID subjectId, Set<String> fields, @Nullable String reason) {
        record(county, viewer, subject, List.of(subjectId), fields, reason);
    }

    /** Records a list: the same fields of many rows, in one statement. */
    public void record(
            CountyId county,
            UUID viewer,
            String subject,
            Collection<UUID> subjectIds,
            Set<String> fields,
            @Nullable String reason) {
        if (subjectIds.isEmpty() || fields.isEmpty()) {
            return;
        }
        var at = clock.instant();
        var shown = fields.stream().sorted().toList();
        var entries = subjectIds.stream()
                .map(each -> new AuditEntry(
                        AuditEntry.Source.VIEW,
                        Ids.next(),
                        at,
                        viewer,
                        AuditEntry.VIEWED,
                        subject,
                        each,
                        shown,
                        reason,
                        null))
                .toList();
        write(county, entries);
    }

    /** With its place in the line for the chain, in one statement. All of a list differ in subject and hash only. */
    private void write(CountyId county, List<AuditEntry> entries) {
        var first = entries.getFirst();
        db.sql("""
                with kept as (
                  insert into sensitive_view
                    (county_id, id, at, viewer_id, subject, subject_id, fields, reason, mac)
                  select :county, seen.id, :at, :viewer, :subject, seen.subject_id, :fields, :reason, seen.mac
                  from unnest(:ids::uuid[], :subjects::uuid[], :macs::bytea[]) as seen (id, subject_id, mac)
                  returning county_id, id)
                insert into audit_waiting (county_id, id, source) select kept.county_id, kept.id, 'VIEW' from kept
                """)
                .param("county", county.value())
                .param("ids", entries.stream().map(AuditEntry::id).toArray(UUID[]::new))
                .param("at", DbTime.of(first.at()))
                .param("viewer", first.actor())
                .param("subject", first.subject())
                .param("subjects", entries.stream().map(AuditEntry::subjectId).toArray(UUID[]::new))
                .param("fields", first.fields().toArray(String[]::new))
                .param("reason", first.reason(), Types.VARCHAR)
                .param("macs", entries.stream().map(each -> macs.of(county, each)).toArray(byte[][]::new))
                .update();
    }
}
