package feiyan.volunteers.web;

import feiyan.units.UnitId;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says of themselves as a volunteer; checked as the page's form is.
 *
 * @param free when in the week
 * @param hours a week at most
 * @param kilometres from home at most
 * @param station the unit that keeps the registration
 * @param born asked of who joins; only the year is kept
 * @param guardianConsents a parent's word, asked for below 18
 */
record VolunteerRequest(
        @Nullable Set<String> skills,
        @Nullable Set<FreeTime> free,
        @Nullable Integer hours,
        @Nullable Integer kilometres,
        @Nullable UUID station,
        @Nullable Boolean partyMember,
        @Nullable LocalDate born,
        @Nullable Boolean guardianConsents) {

    VolunteerForm form() {
        return new VolunteerForm(
                skills,
                free,
                Objects.toString(hours, ""),
                Objects.toString(kilometres, ""),
                station == null ? null : new UnitId(station),
                partyMember,
                Objects.toString(born, ""),
                guardianConsents);
    }
}
