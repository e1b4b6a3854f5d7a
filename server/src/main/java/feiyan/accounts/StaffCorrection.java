package feiyan.accounts;

import feiyan.platform.CountyId;
import feiyan.platform.Outcome;
import java.util.Map;

/** Facts about a person that only staff may put right, after they have seen a proof. */
public interface StaffCorrection {

    /** What stands there now, by field; empty for somebody of whom the module knows nothing. */
    Map<String, String> now(CountyId county, PersonId person);

    /** The fields of {@link #now} with a value it accepts; whoever corrects has the right to. */
    Outcome<PersonId> correct(CountyId county, PersonId person, String field, String value);
}
