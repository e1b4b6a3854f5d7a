package feiyan.dispatch.pool;

import feiyan.accounts.PersonId;
import feiyan.dispatch.ServiceRules;
import feiyan.platform.CountyId;
import feiyan.units.CoarsePosition;
import feiyan.units.Unit;
import feiyan.units.UnitId;
import feiyan.units.Units;
import feiyan.volunteers.WeekHours;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Everybody of a county who may be asked, or some of them, as they are now: six queries for any number. */
@Repository
class MemberRows {

    private final JdbcClient db;
    private final Units units;
    private final LoadRows loads;
    private final AskedRows asked;

    MemberRows(JdbcClient db, Units units, LoadRows loads, AskedRows asked) {
        this.db = db;
        this.units = units;
        this.loads = loads;
        this.asked = asked;
    }

    /**
     * Who left is not among them.
     *
     * @param today what lies so many days back is counted from its beginning, so that nobody changes while it lasts
     */
    List<Member> of(Whose whose, LocalDate today) {
        var start = today.atStartOfDay(ServiceRules.CHINA).toInstant();
        var skills = skills(whose);
        var certificates = certificates(whose);
        var bookings = loads.bookings(whose, start);
        var weeks = loads.weeks(whose, start);
        var served = loads.served(whose, start);
        var asked = this.asked.of(whose, start);
        var hours = new HashMap<String, WeekHours>();
        return whose.ask(db, """
                select v.volunteer_id, v.unit_id, v.latitude, v.longitude, v.radius_metres, v.weekly_limit_minutes,
                  v.free_hours::text as free_hours, v.born_year, v.insured_until, v.paused_until
                from serving_volunteer v
                where v.county_id = :county {some}
                order by v.volunteer_id
                """, "v.volunteer_id")
                .query((row, number) -> {
                    var id = id(row);
                    var load = served.getOrDefault(id, LoadRows.Served.NOTHING);
                    var asking = asked.getOrDefault(id, AskedRows.Asked.NEVER);
                    return new Member(
                            new PersonId(id),
                            new UnitId(row.getObject("unit_id", UUID.class)),
                            skills.getOrDefault(id, Set.of()),
                            certificates.getOrDefault(id, List.of()),
                            hours.computeIfAbsent(row.getString("free_hours"), WeekHours::new),
                            place(row),
                            row.getInt("radius_metres"),
                            row.getInt("weekly_limit_minutes"),
                            row.getObject("born_year", Integer.class),
                            row.getObject("insured_until", LocalDate.class),
                            row.getObject("paused_until", LocalDate.class),
                            bookings.getOrDefault(id, List.of()),
                            weeks.getOrDefault(id, Map.of()),
                            load.recentMinutes(),
                            load.rating(),
                            asking.answering(),
                            asking.at(),
                            asking.last());
                })
                .list();
    }

    /** Where the county's center is, if it has a place on the map. */
    @Nullable
    CoarsePosition center(CountyId county) {
        return units.center(county)
                .map(Unit::position)
                .map(at -> new CoarsePosition(at.latitude(), at.longitude()))
                .orElse(null);
    }

    /** Equal sets are one: a county has few skills and many people. */
    private Map<UUID, Set<String>> skills(Whose whose) {
        var found = new HashMap<UUID, Set<String>>();
        whose.ask(db, """
                select k.volunteer_id, k.skill from serving_skill k where k.county_id = :county {some}
                """, "k.volunteer_id").query(row -> {
            found.computeIfAbsent(id(row), none -> new HashSet<>()).add(row.getString("skill"));
        });
        var known = new HashMap<Set<String>, Set<String>>();
        found.replaceAll((id, skills) -> known.computeIfAbsent(skills, Set::copyOf));
        return found;
    }

    private Map<UUID, List<Certificate>> certificates(Whose whose) {
        var found = new HashMap<UUID, List<Certificate>>();
        whose.ask(db, """
                select q.volunteer_id, q.kind, q.valid_until from checked_qualification q
                where q.county_id = :county {some}
                order by q.kind, q.valid_until
                """, "q.volunteer_id").query(row -> {
            found.computeIfAbsent(id(row), none -> new ArrayList<>())
                    .add(new Certificate(row.getString("kind"), row.getObject("valid_until", LocalDate.class)));
        });
        return found;
    }

    static UUID id(ResultSet row) throws SQLException {
        return Objects.requireNonNull(row.getObject("volunteer_id", UUID.class));
    }

    static @Nullable CoarsePosition place(ResultSet row) throws SQLException {
        var latitude = row.getObject("latitude", Double.class);
        return latitude == null ? null : new CoarsePosition(latitude, row.getDouble("longitude"));
    }
}
