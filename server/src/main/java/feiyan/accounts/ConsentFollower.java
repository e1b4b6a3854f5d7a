package feiyan.accounts;

import feiyan.platform.CountyId;

/** What follows in a module when a consent is taken back: it happens with the taking back, or neither does. */
public interface ConsentFollower {

    void withdrawn(CountyId county, PersonId person, Purpose purpose);
}
