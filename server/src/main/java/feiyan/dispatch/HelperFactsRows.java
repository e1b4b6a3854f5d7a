package feiyan.dispatch;

import feiyan.accounts.PersonId;
import feiyan.dispatch.HelperFacts.Certificate;
import feiyan.dispatch.HelperFacts.Held;
import feiyan.orders.OrderId;
import feiyan.orders.Slot;
import feiyan.platform.CountyId;
import feiyan.platform.DbTime;
import feiyan.units.CoarsePosition;
import feiyan.volunteers.Volunteers;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** One volunteer with everything the rules ask, for any number of services within a stretch of time: four queries. */
@Repository
class HelperFactsRows {

    private final JdbcClient db;
    private final Volunteers volunteers;

    HelperFactsRows(JdbcClient db, Volunteers volunteers) {
        this.db = db;
        this.volunteers = volunteers;
    }

    /** Empty for who serves no more, or never did. */
    Optional<HelperFacts> of(CountyId county, PersonId id, Slot span) {
        return volunteers
                .find(county, id)
                .map(self -> new HelperFacts(
                        self, certificates(county, id), booked(county, id, span), seats(county, id, span)));
    }

    private List<Certificate> certificates(CountyId county, PersonId id) {
        return db.sql("""
                select q.kind, q.valid_until from checked_qualification q
                where q.county_id = :county and q.volunteer_id = :volunteer
                """)
                .param("county", county.value())
                .param("volunteer", id.value())
                .query((row, number) ->
                        new Certificate(row.getString("kind"), row.getObject("valid_until", LocalDate.class)))
                .list();
    }

    private Map<LocalDate, Integer> booked(CountyId county, PersonId id, Slot span) {
        var weeks = new HashMap<LocalDate, Integer>();
        db.sql("""
                select w.week, w.booked_minutes from volunteer_week w
                where w.county_id = :county and w.volunteer_id = :volunteer and w.week between :first and :last
                """)
                .param("county", county.value())
                .param("volunteer", id.value())
                .param("first", ServiceRules.week(span.from()))
                .param("last", ServiceRules.week(span.to()))
                .query(row -> {
                    weeks.put(row.getObject("week", LocalDate.class), row.getInt("booked_minutes"));
                });
        return weeks;
    }

    /** With a far end, as in {@link HelperRows}, or it is planned anew each time. */
    private List<Held> seats(CountyId county, PersonId id, Slot span) {
        return db.sql("""
                select s.order_id, s.starts, s.ends, o.latitude, o.longitude
                from seat s left join order_place o on o.county_id = :county and o.order_id = s.order_id
                where s.county_id = :county and s.volunteer_id = :volunteer
                  and s.state in ('TAKEN', 'PRESENT', 'SERVED') and s.ends > :from and s.ends < 'infinity' and s.starts < :to
                order by s.starts
                """)
                .param("county", county.value())
                .param("volunteer", id.value())
                .param("from", DbTime.of(span.from().minus(PlannedService.AROUND)))
                .param("to", DbTime.of(span.to().plus(PlannedService.AROUND)))
                .query(HelperFactsRows::held)
                .list();
    }

    private static Held held(ResultSet row, int number) throws SQLException {
        var time = new Slot(DbTime.read(row, "starts"), DbTime.read(row, "ends"));
        return new Held(new OrderId(row.getObject("order_id", UUID.class)), new Commitment(time, place(row)));
    }

    private static @Nullable CoarsePosition place(ResultSet row) throws SQLException {
        var latitude = row.getObject("latitude", Double.class);
        return latitude == null ? null : new CoarsePosition(latitude, row.getDouble("longitude"));
    }
}
