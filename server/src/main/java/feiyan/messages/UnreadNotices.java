package feiyan.messages;

import feiyan.accounts.PersonId;
import feiyan.platform.CountyId;
import feiyan.units.ViewerFacts;
import org.springframework.stereotype.Component;

/** The number on the bell. */
@Component
class UnreadNotices implements ViewerFacts {

    private final Notices notices;

    UnreadNotices(Notices notices) {
        this.notices = notices;
    }

    @Override
    public int unread(CountyId county, PersonId person) {
        return notices.unread(county, person);
    }
}
