package feiyan.audit;

import feiyan.accounts.PersonId;
import feiyan.platform.AuditAct;
import feiyan.platform.AuditKind;
import feiyan.platform.AuditLog;
import feiyan.platform.CountyId;
import feiyan.platform.DbTime;
import feiyan.platform.Ids;
import feiyan.platform.Outbox;
import feiyan.units.UnitId;
import java.sql.Types;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Raises an alarm on somebody who sees very much; and says who is to hear of it. */
@Component
public class BulkAlarms {

    /** In the outbox: an alarm was raised. The subject is the alarm. */
    public static final String RAISED = "audit.bulk_viewing";

    private final JdbcClient db;
    private final Outbox outbox;
    private final AuditLog audit;
    private final InstantSource clock;

    BulkAlarms(JdbcClient db, Outbox outbox, AuditLog audit, InstantSource clock) {
        this.db = db;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    record Raised(UUID viewer, @Nullable UUID unit, BulkSpan span, Instant at, int seen, int allowed) {}

    /** Once for a viewer and a stretch of time: the table itself takes no second one. */
    void raise(CountyId county, Raised raised) {
        var id = Ids.next();
        var now = clock.instant();
        if (insert(county, id, raised, now)) {
            outbox.tell(county, RAISED, id, 1, now);
            var act = AuditAct.of(AuditKind.ALARM_RAISED, null)
                    .to("person", raised.viewer)
                    .with(raised.span.name());
            audit.record(county, raised.unit == null ? act : act.at(raised.unit));
        }
    }

    private boolean insert(CountyId county, UUID id, Raised raised, Instant now) {
        return db.sql("""
                insert into bulk_alarm (county_id, id, viewer_id, unit_id, span, during, seen, allowed, raised_at)
                values (:county, :id, :viewer, :unit, :span, tstzrange(:from, :to), :seen, :allowed, :now)
                on conflict do nothing
                """)
                        .param("county", county.value())
                        .param("id", id)
                        .param("viewer", raised.viewer)
                        .param("unit", raised.unit, Types.OTHER)
                        .param("span", raised.span.name())
                        .param("from", DbTime.of(raised.at))
                        .param("to", DbTime.of(raised.at.plus(raised.span.quiet())))
                        .param("seen", raised.seen)
                        .param("allowed", raised.allowed)
                        .param("now", DbTime.of(now))
                        .update()
                == 1;
    }

    /**
     * Who hears of an alarm; never the one it is about.
     *
     * @param auditors of the unit where it happened, and of all above it
     * @param administrators of the nearest unit above that has any; at the center its own
     */
    public record Concerned(@Nullable UnitId unit, List<PersonId> auditors, List<PersonId> administrators) {}

    public Optional<Concerned> concerned(CountyId county, AlarmId alarm) {
        return db.sql("select viewer_id, unit_id from bulk_alarm where county_id = :county and id = :id")
                .param("county", county.value())
                .param("id", alarm.value())
                .query((row, number) -> concerned(
                        county, row.getObject("viewer_id", UUID.class), row.getObject("unit_id", UUID.class)))
                .optional();
    }

    private Concerned concerned(CountyId county, UUID viewer, @Nullable UUID unit) {
        return unit == null
                ? new Concerned(null, List.of(), List.of())
                : new Concerned(new UnitId(unit), auditors(county, viewer, unit), administrators(county, viewer, unit));
    }

    private List<PersonId> auditors(CountyId county, UUID viewer, UUID unit) {
        return people("""
                select distinct p.person_id from unit_within w
                join staff_post p on p.county_id = :county and p.unit_id = w.ancestor_id
                where w.county_id = :county and w.unit_id = :unit and p.role = 'AUDITOR' and p.ended_at is null
                  and p.person_id <> :viewer
                order by p.person_id
                """, county, viewer, unit);
    }

    private List<PersonId> administrators(CountyId county, UUID viewer, UUID unit) {
        return people("""
                with above as (
                  select p.person_id, w.distance from unit_within w
                  join unit u on u.county_id = :county and u.id = w.ancestor_id
                  join staff_post p on p.county_id = :county and p.unit_id = w.ancestor_id
                  where w.county_id = :county and w.unit_id = :unit and (w.distance > 0 or u.tier = 'CENTER')
                    and p.role = 'ADMINISTRATOR' and p.ended_at is null and p.person_id <> :viewer)
                select distinct person_id from above
                where distance = (select min(nearest.distance) from above nearest)
                order by person_id
                """, county, viewer, unit);
    }

    private List<PersonId> people(String sql, CountyId county, UUID viewer, UUID unit) {
        return db.sql(sql)
                .param("county", county.value())
                .param("viewer", viewer)
                .param("unit", unit)
                .query((row, number) -> new PersonId(row.getObject("person_id", UUID.class)))
                .list();
    }
}
