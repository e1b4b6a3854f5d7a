package feiyan.units.web;

import feiyan.units.Actor;
import feiyan.units.Role;
import feiyan.web.NavEntry;
import feiyan.web.Navigation;
import feiyan.web.Viewer;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class AdminNavigation implements Navigation {

    private static final NavEntry ENTRY = new NavEntry(90, "units.nav", "/admin", "people");

    private final CurrentActor current;

    AdminNavigation(CurrentActor current) {
        this.current = current;
    }

    @Override
    public List<NavEntry> entriesFor(Viewer viewer) {
        return current.actor().filter(AdminNavigation::administers).isPresent() ? List.of(ENTRY) : List.of();
    }

    static boolean administers(Actor actor) {
        return actor.holds(Role.ADMINISTRATOR);
    }
}
