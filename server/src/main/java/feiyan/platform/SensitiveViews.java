package feiyan.platform;

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

    SensitiveViews(JdbcClient db, InstantSource clock) {
        this.db = db;
        this.clock = clock;
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
        db.sql("""
                insert into sensitive_view (county_id, id, at, viewer_id, subject, subject_id, fields, reason)
                select :county, seen.id, :at, :viewer, :subject, seen.subject_id, :fields, :reason
                from unnest(:ids::uuid[], :subjects::uuid[]) as seen (id, subject_id)
                """)
                .param("county", county.value())
                .param("ids", subjectIds.stream().map(each -> Ids.next()).toArray(UUID[]::new))
                .param("at", DbTime.of(clock.instant()))
                .param("viewer", viewer)
                .param("subject", subject)
                .param("subjects", subjectIds.toArray(UUID[]::new))
                .param("fields", fields.stream().sorted().toArray(String[]::new))
                .param("reason", reason)
                .update();
    }
}
