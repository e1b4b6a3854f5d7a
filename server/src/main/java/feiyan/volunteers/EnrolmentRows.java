package feiyan.volunteers;

import static java.time.ZoneOffset.UTC;

import feiyan.platform.CountyId;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Component;

/**
 * Writes many registrations in two batches: a county's register has 60,000. Who left before comes back under the old
 * number.
 */
@Component
class EnrolmentRows {

    private final NamedParameterJdbcOperations db;

    EnrolmentRows(NamedParameterJdbcOperations db) {
        this.db = db;
    }

    /** False where one of them is registered already, then also by somebody else at this moment. */
    boolean write(CountyId county, List<Enrolment> enrolments, Instant now) {
        var written = db.batchUpdate(
                """
                insert into volunteer (county_id, person_id, number, unit_id, latitude, longitude, radius_metres,
                  weekly_limit_minutes, free_hours, gender, party_member, born_year, insured_until, joined_at)
                values (:county, :person, :number, :unit, :latitude, :longitude, :radius, :limit, :hours::bit(168),
                  :gender, :party, :born, :insured, :now)
                on conflict (county_id, person_id) do update
                set unit_id = excluded.unit_id, latitude = excluded.latitude, longitude = excluded.longitude,
                  radius_metres = excluded.radius_metres, weekly_limit_minutes = excluded.weekly_limit_minutes,
                  free_hours = excluded.free_hours, gender = excluded.gender, party_member = excluded.party_member,
                  born_year = excluded.born_year, insured_until = excluded.insured_until, paused_until = null,
                  left_at = null
                where volunteer.county_id = :county and volunteer.left_at is not null
                """, enrolments.stream().map(it -> volunteer(county, it, now)).toArray(SqlParameterSource[]::new));
        if (Arrays.stream(written).anyMatch(rows -> rows == 0)) {
            return false;
        }
        db.batchUpdate(
                """
                insert into volunteer_skill (county_id, skill, person_id) values (:county, :skill, :person)
                on conflict do nothing
                """,
                enrolments.stream()
                        .flatMap(it -> it.skills().stream().map(skill -> skill(county, it, skill)))
                        .toArray(SqlParameterSource[]::new));
        return true;
    }

    private static SqlParameterSource volunteer(CountyId county, Enrolment it, Instant now) {
        return new MapSqlParameterSource()
                .addValue("county", county.value())
                .addValue("person", it.person().value())
                .addValue("number", VolunteerNumber.next())
                .addValue("unit", it.unit().value())
                .addValue("latitude", it.home() == null ? null : it.home().latitude())
                .addValue("longitude", it.home() == null ? null : it.home().longitude())
                .addValue("radius", it.radiusMetres())
                .addValue("limit", it.weeklyLimitMinutes())
                .addValue("hours", it.freeHours().bits())
                .addValue("gender", it.gender().code())
                .addValue("party", it.partyMember())
                .addValue("born", it.born().getYear())
                .addValue("insured", it.insuredUntil())
                .addValue("now", now.atOffset(UTC));
    }

    private static SqlParameterSource skill(CountyId county, Enrolment it, String skill) {
        return new MapSqlParameterSource()
                .addValue("county", county.value())
                .addValue("skill", skill)
                .addValue("person", it.person().value());
    }
}
