package feiyan.volunteers;

import feiyan.accounts.PersonId;
import feiyan.platform.CountyId;

/** How many questions wait for a volunteer's answer; whoever asks them brings it. */
@FunctionalInterface
public interface AskedAlready {

    int openTo(CountyId county, PersonId volunteer);
}
