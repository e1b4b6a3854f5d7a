package feiyan.units;

import feiyan.platform.CountyId;
import feiyan.platform.Refusal;
import java.util.Optional;

/** What still hangs on a unit and keeps it from being closed; each module answers for what it keeps. */
@FunctionalInterface
public interface UnitTie {

    /** Asked in the closing transaction, with the unit held. */
    Optional<Refusal> keepsOpen(CountyId county, UnitId unit);
}
