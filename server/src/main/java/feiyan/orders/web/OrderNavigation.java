package feiyan.orders.web;

import feiyan.web.NavEntry;
import feiyan.web.Navigation;
import feiyan.web.Viewer;
import feiyan.web.Viewer.Standing;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** What of the orders stands in the main navigation. */
@Component
class OrderNavigation implements Navigation {

    @Override
    public List<NavEntry> entriesFor(Viewer viewer) {
        var entries = new ArrayList<NavEntry>();
        if (viewer.is(Standing.DESK)) {
            entries.add(new NavEntry(10, "orders.nav.inbox", "/inbox", "list"));
        } else if (viewer.isSignedIn()) {
            entries.add(new NavEntry(10, "orders.nav.home", "/", "home"));
            own(viewer, entries);
        }
        return entries;
    }

    /** A phone shows five: whoever has more to do finds these on the start page. */
    private static void own(Viewer viewer, List<NavEntry> entries) {
        if (!viewer.is(Standing.LEADER) && !viewer.is(Standing.STAFF)) {
            entries.add(new NavEntry(20, "orders.nav.new", "/orders/new", "talk"));
        }
        if (!viewer.is(Standing.STAFF)) {
            entries.add(new NavEntry(30, "orders.nav.mine", "/orders", "list"));
        }
    }
}
