package feiyan.calendar;

import feiyan.platform.CountyCache;
import feiyan.platform.CountyId;
import feiyan.units.Actor;
import feiyan.units.Role;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of days that differ from their weekday. */
@Component
class CalendarDays {

    private final JdbcClient db;
    private final CountyCache<Map<LocalDate, Boolean>> exceptions = new CountyCache<>(this::read);

    CalendarDays(JdbcClient db) {
        this.db = db;
    }

    /** An administrator of the county's center, and nobody below: a calendar is the whole county's. */
    boolean mayChange(Actor actor) {
        return db.sql("""
                select exists (
                  select 1 from unit
                  where county_id = :county and id = any(:units) and tier = 'CENTER' and closed_at is null)
                """)
                .param("county", actor.county().value())
                .param("units", actor.unitsAs(Role.ADMINISTRATOR))
                .query(Boolean.class)
                .single();
    }

    Map<LocalDate, Boolean> exceptions(CountyId county) {
        return exceptions.of(county);
    }

    private Map<LocalDate, Boolean> read(CountyId county) {
        var exceptions = new HashMap<LocalDate, Boolean>();
        db.sql("select day, working from calendar_day where county_id = :county")
                .param("county", county.value())
                .query(row -> {
                    exceptions.put(row.getObject("day", LocalDate.class), row.getBoolean("working"));
                });
        return Map.copyOf(exceptions);
    }

    List<CalendarDay> ofYear(CountyId county, int year) {
        return db.sql("""
                select day, working, name from calendar_day
                where county_id = :county and day between :first and :last
                order by day
                """)
                .param("county", county.value())
                .param("first", LocalDate.of(year, 1, 1))
                .param("last", LocalDate.of(year, 12, 31))
                .query((row, index) -> new CalendarDay(
                        row.getObject("day", LocalDate.class), row.getBoolean("working"), row.getString("name")))
                .list();
    }

    void addMissing(CountyId county, List<CalendarDay> days) {
        insert(county, days, "on conflict (county_id, day) do nothing");
    }

    void replace(CountyId county, List<CalendarDay> days) {
        insert(county, days, """
                on conflict (county_id, day)
                do update set working = excluded.working, name = excluded.name""");
    }

    private void insert(CountyId county, List<CalendarDay> days, String onConflict) {
        db.sql("""
                insert into calendar_day (county_id, day, working, name)
                select :county, given.day, given.working, given.name
                from unnest(:days::date[], :working::boolean[], :names::text[]) as given (day, working, name)
                """ + onConflict)
                .param("county", county.value())
                .param("days", days.stream().map(each -> each.day().toString()).toArray(String[]::new))
                .param("working", days.stream().map(CalendarDay::working).toArray(Boolean[]::new))
                .param("names", days.stream().map(CalendarDay::name).toArray(String[]::new))
                .update();
        exceptions.changed(county);
    }

    void remove(CountyId county, LocalDate from, LocalDate to) {
        db.sql("delete from calendar_day where county_id = :county and day between :from and :to")
                .param("county", county.value())
                .param("from", from)
                .param("to", to)
                .update();
        exceptions.changed(county);
    }
}
