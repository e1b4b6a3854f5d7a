package feiyan.orders.web;

import feiyan.web.NavEntry;
import feiyan.web.Navigation;
import feiyan.web.Viewer;
import java.util.List;
import org.springframework.stereotype.Component;

/** Complaints stand beside the inbox: whoever answers them sees them without searching. */
@Component
class ComplaintNavigation implements Navigation {

    @Override
    public List<NavEntry> entriesFor(Viewer viewer) {
        return viewer.isStaff() ? List.of(new NavEntry(45, "complaint.nav", "/complaints", "talk")) : List.of();
    }
}
