package feiyan.volunteers;

import feiyan.accounts.PersonId;
import feiyan.units.CoarsePosition;
import feiyan.units.UnitId;
import java.time.LocalDate;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** A registered volunteer: the same id as the person. */
public record Volunteer(
        PersonId id,
        String number,
        String name,
        UnitId unit,
        CoarsePosition home,
        int radiusMetres,
        int weeklyLimitMinutes,
        WeekHours freeHours,
        boolean partyMember,
        @Nullable Integer bornYear,
        @Nullable LocalDate insuredUntil,
        SortedSet<String> skills) {}
