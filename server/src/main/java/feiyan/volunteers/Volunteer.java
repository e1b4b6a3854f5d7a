package feiyan.volunteers;

import feiyan.accounts.PersonId;
import feiyan.units.CoarsePosition;
import feiyan.units.UnitId;
import java.time.LocalDate;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * A registered volunteer: the same id as the person.
 *
 * @param home the unit's place where no other was told; null where it has none either
 */
public record Volunteer(
        PersonId id,
        String number,
        String name,
        UnitId unit,
        @Nullable CoarsePosition home,
        int radiusMetres,
        int weeklyLimitMinutes,
        WeekHours freeHours,
        boolean partyMember,
        @Nullable Integer bornYear,
        @Nullable LocalDate insuredUntil,
        SortedSet<String> skills) {}
