package feiyan.volunteers;

import feiyan.accounts.PersonId;
import feiyan.platform.CountyId;
import feiyan.platform.Outbox;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Tells, in the very transaction, that something has changed of a volunteer that decides on who may serve where: so
 * that whoever keeps such things in memory reads them anew.
 */
@Component
class VolunteerNews {

    private static final String CHANGED = "volunteer.changed";
    private static final String MANY = "volunteer.many_changed";

    /** More at once are told as many: whoever follows reads the register anew. */
    private static final int FEW = 200;

    private final Outbox outbox;
    private final InstantSource clock;

    VolunteerNews(Outbox outbox, InstantSource clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    void changed(CountyId county, PersonId volunteer) {
        changed(county, List.of(volunteer), volunteer);
    }

    /** @param by who did it, for there is nobody in particular to whom it happened where they are many */
    void changed(CountyId county, Collection<PersonId> volunteers, PersonId by) {
        var now = clock.instant();
        if (volunteers.size() > FEW) {
            outbox.tell(county, MANY, by.value(), 1, now);
        } else {
            volunteers.forEach(each -> outbox.tell(county, CHANGED, each.value(), 1, now));
        }
    }
}
