package feiyan.volunteers;

import feiyan.accounts.Consents;
import feiyan.accounts.Purpose;
import feiyan.platform.CountyId;
import feiyan.platform.Outcome;
import feiyan.units.Actor;
import java.sql.ResultSet;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whether somebody is old enough: by what they say, and by what the register knows of them already. Nobody gets of age
 * by coming back, and nobody brings a guardian's word for themselves: it stands already, noted by a station with the
 * guardian's name, or whoever registers others answers for it.
 */
@Component
class EnrolmentAges {

    private final JdbcClient db;
    private final Consents consents;

    EnrolmentAges(JdbcClient db, Consents consents) {
        this.db = db;
        this.consents = consents;
    }

    /** The minors among them, if all of them may be registered. */
    Outcome<List<Enrolment>> minors(Actor actor, List<Enrolment> enrolments, LocalDate today) {
        if (enrolments.stream().anyMatch(it -> Age.tooYoung(it.born(), today))) {
            return Outcome.refused("volunteer.too_young", Age.FIRST);
        }
        var known = bornYears(actor.county(), enrolments);
        var minors = enrolments.stream()
                .filter(it -> isMinor(it, known.get(it.person().value()), today))
                .toList();
        return minors.stream().allMatch(it -> guardianAgrees(actor, it))
                ? Outcome.done(minors)
                : Outcome.refused("volunteer.guardian_missing");
    }

    /** Who says another year than last time counts as what was said then, until the station has put it right. */
    private static boolean isMinor(Enrolment it, @Nullable Integer known, LocalDate today) {
        boolean saysOtherwise = known != null && known != it.born().getYear();
        return Age.needsGuardian(it.born(), today) || (saysOtherwise && Age.maybeMinor(known, today));
    }

    private boolean guardianAgrees(Actor actor, Enrolment it) {
        boolean self = actor.person().equals(it.person());
        return (!self && it.guardianConsents()) || consents.has(actor.county(), it.person(), Purpose.GUARDIAN);
    }

    private Map<UUID, Integer> bornYears(CountyId county, List<Enrolment> enrolments) {
        var years = new HashMap<UUID, Integer>();
        db.sql("""
                select v.person_id, v.born_year from volunteer v
                where v.county_id = :county and v.person_id = any(:people) and v.born_year is not null
                """)
                .param("county", county.value())
                .param(
                        "people",
                        enrolments.stream().map(it -> it.person().value()).toArray(UUID[]::new))
                .query((ResultSet row) -> {
                    years.put(row.getObject("person_id", UUID.class), row.getInt("born_year"));
                });
        return years;
    }
}
