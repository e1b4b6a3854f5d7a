package feiyan.volunteers.web;

import feiyan.web.NavEntry;
import feiyan.web.Navigation;
import feiyan.web.Viewer;
import feiyan.web.Viewer.Standing;
import java.util.List;
import org.springframework.stereotype.Component;

/** Teams and the register for who keeps them; whoever is no volunteer yet is shown the way to become one. */
@Component
class VolunteerNavigation implements Navigation {

    @Override
    public List<NavEntry> entriesFor(Viewer viewer) {
        if (viewer.is(Standing.KEEPER)) {
            return List.of(new NavEntry(60, "volunteers.nav.teams", "/teams", "people"));
        }
        return viewer.isSignedIn() && !viewer.is(Standing.STAFF) && !viewer.is(Standing.VOLUNTEER)
                ? List.of(new NavEntry(60, "volunteers.nav.join", "/volunteer", "hand"))
                : List.of();
    }
}
