package feiyan.audit;

import feiyan.platform.AuditEntry;
import feiyan.platform.CountyId;
import feiyan.platform.DaySpan;
import feiyan.platform.DbTime;
import feiyan.platform.Policies;
import feiyan.platform.Policy;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts whose data somebody has seen in the last hour and day, each time more of it is chained: by one look-up in an
 * index for each viewer, never over all.
 */
@Component
class BulkViews {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final JdbcClient db;
    private final Policies policies;
    private final BulkAlarms alarms;

    BulkViews(JdbcClient db, Policies policies, BulkAlarms alarms) {
        this.db = db;
        this.policies = policies;
        this.alarms = alarms;
    }

    /** Up to this link: how many people's data its viewer had seen in the hour and in the day before it. */
    private record Count(UUID viewer, Instant at, UUID unit, boolean staff, int hour, int day) {}

    /** Within the sealer's transaction, which nobody else of the county is in. */
    void consider(CountyId county, List<ChainLink> chained) {
        var last = lastOfEachMinute(chained);
        if (last.isEmpty()) {
            return;
        }
        var policy = policies.of(county);
        for (var count : counts(county, last)) {
            judge(county, policy, count, BulkSpan.HOUR, count.hour);
            judge(county, policy, count, BulkSpan.DAY, count.day);
            if (isNight(policy, count.at)) {
                judge(county, policy, count, BulkSpan.NIGHT, count.hour);
            }
        }
    }

    private void judge(CountyId county, Policy policy, Count count, BulkSpan span, int seen) {
        var allowed = policy.get(span.allowed(count.staff));
        if (seen > allowed) {
            alarms.raise(county, new BulkAlarms.Raised(count.viewer, count.unit, span, count.at, seen, allowed));
        }
    }

    private static boolean isNight(Policy policy, Instant at) {
        var time = at.atZone(CHINA).toLocalTime();
        return policy.get(Policy.WAKING_HOURS).stream().noneMatch(span -> within(span, time));
    }

    private static boolean within(DaySpan span, java.time.LocalTime time) {
        return !time.isBefore(span.from()) && time.isBefore(span.to());
    }

    private record Minute(UUID viewer, Instant minute) {}

    /** After a stand-still hours may be chained at once; the last view of each minute stands for that minute. */
    private static Collection<ChainLink> lastOfEachMinute(List<ChainLink> chained) {
        var last = new HashMap<Minute, ChainLink>();
        for (var link : chained) {
            var viewer = link.entry().actor();
            if (link.entry().source() == AuditEntry.Source.VIEW && viewer != null) {
                last.merge(
                        new Minute(viewer, link.entry().at().truncatedTo(ChronoUnit.MINUTES)),
                        link,
                        (one, other) -> one.entry().at().isAfter(other.entry().at()) ? one : other);
            }
        }
        return Map.copyOf(last).values();
    }

    private List<Count> counts(CountyId county, Collection<ChainLink> links) {
        return db.sql("""
                select n.viewer_id, n.at, n.unit_id, seen.hour, seen.day,
                  exists (select 1 from staff_post p where p.county_id = :county and p.person_id = n.viewer_id
                    and p.ended_at is null) as staff
                from unnest(:viewers::uuid[], :ats::timestamptz[], :units::uuid[]) as n (viewer_id, at, unit_id)
                cross join lateral (
                  select count(distinct coalesce(l.about_id, l.subject_id)) as day,
                    count(distinct coalesce(l.about_id, l.subject_id))
                      filter (where l.at > n.at - interval '1 hour') as hour
                  from audit_link l
                  where l.county_id = :county and l.actor_id = n.viewer_id and l.at > n.at - interval '1 day'
                    and l.at <= n.at and l.source = 'VIEW' and l.about_id is distinct from n.viewer_id) seen
                order by n.at
                """)
                .param("county", county.value())
                .param("viewers", links.stream().map(link -> link.entry().actor()).toArray(UUID[]::new))
                .param(
                        "ats",
                        links.stream()
                                .map(link -> link.entry().at().toString())
                                .toArray(String[]::new))
                .param("units", links.stream().map(link -> link.entry().unit()).toArray(UUID[]::new))
                .query((row, number) -> new Count(
                        row.getObject("viewer_id", UUID.class),
                        DbTime.read(row, "at"),
                        row.getObject("unit_id", UUID.class),
                        row.getBoolean("staff"),
                        row.getInt("hour"),
                        row.getInt("day")))
                .list();
    }
}
