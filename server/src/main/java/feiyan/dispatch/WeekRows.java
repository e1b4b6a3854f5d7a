package feiyan.dispatch;

import feiyan.accounts.PersonId;
import feiyan.orders.Slot;
import feiyan.platform.CountyId;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The row of a volunteer's week: the lock under which a seat is judged, and the minutes the week holds. */
@Repository
class WeekRows {

    private static final Duration DAY = Duration.ofDays(1);

    /**
     * A row that is there is locked by the conflict and written by nothing; one that is new is made with the limit as
     * the volunteer has it now.
     */
    static final String LOCK_ONE = """
            insert into volunteer_week (county_id, volunteer_id, week, booked_minutes, limit_minutes)
            select v.county_id, v.volunteer_id, :week, 0, v.weekly_limit_minutes
            from serving_volunteer v where v.county_id = :county and v.volunteer_id = :volunteer
            on conflict (county_id, volunteer_id, week) do update set limit_minutes = excluded.limit_minutes
            where volunteer_week.county_id = :county and false""";

    private final JdbcClient db;

    WeekRows(JdbcClient db) {
        this.db = db;
    }

    /** Of a service, or both where it lies near the turn of a week: in the order in which they are locked. */
    static List<LocalDate> of(Slot time) {
        return Stream.of(time.from().minus(DAY), time.from(), time.to().plus(DAY))
                .map(ServiceRules::week)
                .distinct()
                .toList();
    }

    void lock(CountyId county, PersonId volunteer, Slot time) {
        of(time).forEach(week -> lock(county, volunteer, week));
    }

    void lock(CountyId county, PersonId volunteer, LocalDate week) {
        db.sql(LOCK_ONE)
                .param("county", county.value())
                .param("volunteer", volunteer.value())
                .param("week", week)
                .update();
    }

    /** A limit lowered since never undoes what is booked; it only lets nothing more in. */
    void book(CountyId county, PersonId volunteer, Slot time, int limitMinutes) {
        db.sql("""
                update volunteer_week set booked_minutes = booked_minutes + :minutes,
                  limit_minutes = :limit
                where county_id = :county and volunteer_id = :volunteer and week = :week
                """)
                .param("minutes", time.length().toMinutes())
                .param("limit", limitMinutes)
                .param("county", county.value())
                .param("volunteer", volunteer.value())
                .param("week", ServiceRules.week(time.from()))
                .update();
    }

    void free(CountyId county, PersonId volunteer, Slot time) {
        db.sql("""
                update volunteer_week set booked_minutes = greatest(0, booked_minutes - :minutes)
                where county_id = :county and volunteer_id = :volunteer and week = :week
                """)
                .param("minutes", time.length().toMinutes())
                .param("county", county.value())
                .param("volunteer", volunteer.value())
                .param("week", ServiceRules.week(time.from()))
                .update();
    }
}
