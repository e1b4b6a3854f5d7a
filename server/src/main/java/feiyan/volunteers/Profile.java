package feiyan.volunteers;

import feiyan.units.UnitId;
import java.util.Set;

/** What a volunteer may change of the registration at any time. */
public record Profile(
        UnitId unit,
        int radiusMetres,
        int weeklyLimitMinutes,
        WeekHours freeHours,
        boolean partyMember,
        Set<String> skills) {

    public Profile {
        skills = Set.copyOf(skills);
    }
}
