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
        if (viewer.is(Standing.STAFF)) {
            entries.add(new NavEntry(10, "orders.nav.inbox", "/inbox", "list"));
        } else if (viewer.isSignedIn()) {
            entries.add(new NavEntry(10, "orders.nav.home", "/", "home"));
            entries.add(new NavEntry(20, "orders.nav.new", "/orders/new", "talk"));
            entries.add(new NavEntry(30, "orders.nav.mine", "/orders", "list"));
        }
        return entries;
    }
}
