package feiyan.dispatch.web;

import feiyan.web.NavEntry;
import feiyan.web.Navigation;
import feiyan.web.Viewer;
import feiyan.web.Viewer.Standing;
import java.util.List;
import org.springframework.stereotype.Component;

/** What a volunteer finds in the main navigation: the offers to answer. */
@Component
class DispatchNavigation implements Navigation {

    @Override
    public List<NavEntry> entriesFor(Viewer viewer) {
        return viewer.is(Standing.VOLUNTEER)
                ? List.of(new NavEntry(45, "dispatch.nav.offers", "/team-offers", "send"))
                : List.of();
    }
}
