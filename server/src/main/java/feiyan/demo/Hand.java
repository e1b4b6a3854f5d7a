package feiyan.demo;

import feiyan.accounts.PersonId;
import feiyan.demo.Land.Station;
import feiyan.units.CoarsePosition;
import feiyan.volunteers.WeekHours;
import java.util.Set;

/** A volunteer as the demo remembers them, to choose from without asking the register two thousand times. */
record Hand(
        PersonId id,
        Station station,
        CoarsePosition home,
        int radiusMetres,
        WeekHours free,
        boolean insured,
        boolean grownUp,
        Set<String> skills,
        Set<String> certificates) {}
