package feiyan.dispatch;

import feiyan.accounts.PersonId;
import feiyan.orders.OrderId;
import feiyan.orders.Slot;
import feiyan.platform.CountyId;
import feiyan.platform.DbTime;
import feiyan.units.CoarsePosition;
import feiyan.volunteers.WeekHours;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Volunteers as the rules see them: one query for any number, from views and from the seats. */
@Repository
class HelperRows {

    /**
     * The volunteer's columns stand beside each commitment. One person is named as one: a plan for a list of unknown
     * length looks dear to PostgreSQL, which then plans anew each time, for longer than it reads. So does all that ends
     * after a moment, which it takes for a third of a volunteer's life, and not a stretch of it: hence the far end.
     */
    private static final String HELPERS = """
            select v.volunteer_id, v.number, v.name, v.free_hours, v.latitude, v.longitude, v.radius_metres,
              v.weekly_limit_minutes, v.born_year, v.insured_until, v.paused_until,
              exists (select from serving_skill k
                where k.county_id = :county and k.volunteer_id = v.volunteer_id and k.skill = :skill) as skilled,
              :qualification::text is null or exists (select from checked_qualification q
                where q.county_id = :county and q.volunteer_id = v.volunteer_id and q.kind = :qualification
                  and (q.valid_until is null or q.valid_until >= :day)) as qualified,
              coalesce((select w.booked_minutes from volunteer_week w
                where w.county_id = :county and w.volunteer_id = v.volunteer_id and w.week = :week), 0) as booked,
              s.starts, s.ends, o.latitude as there_latitude, o.longitude as there_longitude
            from serving_volunteer v
            left join seat s on s.county_id = :county and s.volunteer_id = v.volunteer_id and s.order_id <> :order
              and s.state in ('TAKEN', 'PRESENT', 'SERVED') and s.ends > :from and s.ends < 'infinity' and s.starts < :to
            left join order_place o on o.county_id = :county and o.order_id = s.order_id
            where v.county_id = :county and v.volunteer_id
            """;

    private static final String ONE = HELPERS + "= :who";
    private static final String MANY = HELPERS + "= any(:who)";

    private final JdbcClient db;

    HelperRows(JdbcClient db) {
        this.db = db;
    }

    /** A volunteer as the rules see one, and the last day of the break that they take or took. */
    record Known(Helper helper, @Nullable LocalDate pausedUntil) {

        boolean pauses(LocalDate day) {
            return pausedUntil != null && !pausedUntil.isBefore(day);
        }
    }

    /** @param order the one that is to be served: a seat already held there is no obstacle to itself */
    List<Helper> of(CountyId county, OrderId order, PlannedService service, Collection<PersonId> ids) {
        return known(county, order, service, ids).stream().map(Known::helper).toList();
    }

    List<Known> known(CountyId county, OrderId order, PlannedService service, Collection<PersonId> ids) {
        var who = ids.stream().map(PersonId::value).distinct().toArray(UUID[]::new);
        var time = service.time();
        return db.sql(who.length == 1 ? ONE : MANY)
                .param("county", county.value())
                .param("order", order.value())
                .param("skill", service.skill())
                .param("qualification", service.qualification())
                .param("day", LocalDate.ofInstant(time.to(), ServiceRules.CHINA))
                .param("week", ServiceRules.week(time.from()))
                .param("from", DbTime.of(time.from().minus(PlannedService.AROUND)))
                .param("to", DbTime.of(time.to().plus(PlannedService.AROUND)))
                .param("who", who.length == 1 ? who[0] : who)
                .query(HelperRows::each);
    }

    private static List<Known> each(ResultSet row) throws SQLException {
        var commitments = new HashMap<UUID, List<Commitment>>();
        var found = new LinkedHashMap<UUID, Known>();
        while (row.next()) {
            var id = row.getObject("volunteer_id", UUID.class);
            var theirs = commitments.computeIfAbsent(id, none -> new ArrayList<>());
            if (row.getObject("starts") != null) {
                theirs.add(commitment(row));
            }
            found.put(id, known(row, theirs));
        }
        return List.copyOf(found.values());
    }

    private static Known known(ResultSet row, List<Commitment> commitments) throws SQLException {
        var helper = new Helper(
                new PersonId(row.getObject("volunteer_id", UUID.class)),
                row.getString("number"),
                row.getString("name"),
                row.getBoolean("skilled"),
                row.getBoolean("qualified"),
                new WeekHours(row.getString("free_hours")),
                place(row, "latitude", "longitude"),
                row.getInt("radius_metres"),
                row.getInt("weekly_limit_minutes"),
                row.getInt("booked"),
                row.getObject("born_year", Integer.class),
                row.getObject("insured_until", LocalDate.class),
                commitments);
        return new Known(helper, row.getObject("paused_until", LocalDate.class));
    }

    private static Commitment commitment(ResultSet row) throws SQLException {
        var time = new Slot(DbTime.read(row, "starts"), DbTime.read(row, "ends"));
        return new Commitment(time, place(row, "there_latitude", "there_longitude"));
    }

    private static @Nullable CoarsePosition place(ResultSet row, String latitude, String longitude)
            throws SQLException {
        var north = row.getObject(latitude, Double.class);
        return north == null ? null : new CoarsePosition(north, row.getDouble(longitude));
    }
}
