package feiyan.units;

import feiyan.accounts.PersonId;
import feiyan.platform.CountyId;
import feiyan.web.Viewer.Standing;
import java.util.Set;

/** What the modules above know about the person who looks at a page: a volunteer, with two messages to read. */
public interface ViewerFacts {

    default Set<Standing> standings(CountyId county, PersonId person) {
        return Set.of();
    }

    default int unread(CountyId county, PersonId person) {
        return 0;
    }
}
