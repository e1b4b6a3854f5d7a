package feiyan.dispatch.web;

import feiyan.web.NavEntry;
import feiyan.web.Navigation;
import feiyan.web.Viewer;
import feiyan.web.Viewer.Standing;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * A volunteer finds open seats, a leader answers for the team; what a volunteer is asked in person stands on the page
 * of the day. Who works here, too, has five entries without the open seats: the day leads to them.
 */
@Component
class DispatchNavigation implements Navigation {

    @Override
    public List<NavEntry> entriesFor(Viewer viewer) {
        var entries = new ArrayList<NavEntry>();
        if (viewer.is(Standing.VOLUNTEER) && !viewer.is(Standing.STAFF)) {
            entries.add(new NavEntry(42, "open_seats.nav", "/open-seats", "star"));
        }
        if (viewer.is(Standing.LEADER)) {
            entries.add(new NavEntry(45, "dispatch.nav.offers", "/team-offers", "send"));
        }
        return entries;
    }
}
