package feiyan.dispatch.web;

import feiyan.web.NavEntry;
import feiyan.web.Navigation;
import feiyan.web.Viewer;
import feiyan.web.Viewer.Standing;
import java.util.List;
import org.springframework.stereotype.Component;

/** A leader answers for the team; what a volunteer is asked in person stands on the page of the day. */
@Component
class DispatchNavigation implements Navigation {

    @Override
    public List<NavEntry> entriesFor(Viewer viewer) {
        return viewer.is(Standing.LEADER)
                ? List.of(new NavEntry(45, "dispatch.nav.offers", "/team-offers", "send"))
                : List.of();
    }
}
