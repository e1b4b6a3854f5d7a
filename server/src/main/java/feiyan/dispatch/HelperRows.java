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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Volunteers as the rules see them: two queries for any number, from views and from the seats. */
@Repository
class HelperRows {

    private final JdbcClient db;

    HelperRows(JdbcClient db) {
        this.db = db;
    }

    /** @param order the one that is to be served: a seat already held there is no obstacle to itself */
    List<Helper> of(CountyId county, OrderId order, PlannedService service, Collection<PersonId> ids) {
        var commitments = commitments(county, order, service.time(), ids);
        return db.sql("""
                select v.volunteer_id, v.number, v.name, v.free_hours, v.latitude, v.longitude, v.radius_metres,
                  v.weekly_limit_minutes, v.born_year, v.insured_until,
                  exists (select from serving_skill k
                    where k.county_id = :county and k.volunteer_id = v.volunteer_id and k.skill = :skill) as skilled,
                  :qualification::text is null or exists (select from checked_qualification q
                    where q.county_id = :county and q.volunteer_id = v.volunteer_id and q.kind = :qualification
                      and (q.valid_until is null or q.valid_until >= :day)) as qualified,
                  coalesce((select w.booked_minutes from volunteer_week w
                    where w.county_id = :county and w.volunteer_id = v.volunteer_id and w.week = :week), 0) as booked
                from serving_volunteer v
                where v.county_id = :county and v.volunteer_id = any(:ids)
                """)
                .param("county", county.value())
                .param("skill", service.skill())
                .param("qualification", service.qualification())
                .param("day", LocalDate.ofInstant(service.time().to(), ServiceRules.CHINA))
                .param("week", ServiceRules.week(service.time().from()))
                .param("ids", values(ids))
                .query((row, number) -> helper(row, commitments))
                .list();
    }

    private Map<PersonId, List<Commitment>> commitments(
            CountyId county, OrderId order, Slot time, Collection<PersonId> ids) {
        var found = new HashMap<PersonId, List<Commitment>>();
        db.sql("""
                select s.volunteer_id, s.starts, s.ends, o.latitude, o.longitude
                from seat s left join order_place o on o.county_id = :county and o.order_id = s.order_id
                where s.county_id = :county and s.volunteer_id = any(:ids) and s.order_id <> :order
                  and s.state in ('TAKEN', 'PRESENT', 'SERVED') and s.ends > :from and s.starts < :to
                """)
                .param("county", county.value())
                .param("ids", values(ids))
                .param("order", order.value())
                .param("from", DbTime.of(time.from().minus(PlannedService.AROUND)))
                .param("to", DbTime.of(time.to().plus(PlannedService.AROUND)))
                .query(row -> {
                    found.computeIfAbsent(volunteer(row), none -> new ArrayList<>())
                            .add(commitment(row));
                });
        return found;
    }

    private static Helper helper(ResultSet row, Map<PersonId, List<Commitment>> commitments) throws SQLException {
        return new Helper(
                volunteer(row),
                row.getString("number"),
                row.getString("name"),
                row.getBoolean("skilled"),
                row.getBoolean("qualified"),
                new WeekHours(row.getString("free_hours")),
                place(row),
                row.getInt("radius_metres"),
                row.getInt("weekly_limit_minutes"),
                row.getInt("booked"),
                row.getObject("born_year", Integer.class),
                row.getObject("insured_until", LocalDate.class),
                commitments.getOrDefault(volunteer(row), List.of()));
    }

    private static Commitment commitment(ResultSet row) throws SQLException {
        return new Commitment(new Slot(DbTime.read(row, "starts"), DbTime.read(row, "ends")), place(row));
    }

    private static @Nullable CoarsePosition place(ResultSet row) throws SQLException {
        var latitude = row.getObject("latitude", Double.class);
        return latitude == null ? null : new CoarsePosition(latitude, row.getDouble("longitude"));
    }

    private static PersonId volunteer(ResultSet row) throws SQLException {
        return new PersonId(row.getObject("volunteer_id", UUID.class));
    }

    private static UUID[] values(Collection<PersonId> ids) {
        return ids.stream().map(PersonId::value).distinct().toArray(UUID[]::new);
    }
}
