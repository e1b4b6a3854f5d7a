package feiyan.volunteers;

import feiyan.accounts.PersonId;
import feiyan.units.CoarsePosition;
import feiyan.units.UnitId;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A person who wants to serve.
 *
 * @param unit the unit that keeps the registration, most often the station at home
 * @param home where the way to a service begins; null: at the unit
 * @param born decides on the age; only the year is kept
 * @param guardianConsents a parent's word, asked for below 18
 */
public record Enrolment(
        PersonId person,
        UnitId unit,
        @Nullable CoarsePosition home,
        int radiusMetres,
        int weeklyLimitMinutes,
        WeekHours freeHours,
        Gender gender,
        boolean partyMember,
        LocalDate born,
        boolean guardianConsents,
        @Nullable LocalDate insuredUntil,
        Set<String> skills) {

    public Enrolment {
        skills = Set.copyOf(skills);
    }
}
