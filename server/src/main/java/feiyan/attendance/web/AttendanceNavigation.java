package feiyan.attendance.web;

import feiyan.web.NavEntry;
import feiyan.web.Navigation;
import feiyan.web.Viewer;
import feiyan.web.Viewer.Standing;
import java.util.List;
import org.springframework.stereotype.Component;

/** A volunteer's day stands in the main navigation. */
@Component
class AttendanceNavigation implements Navigation {

    @Override
    public List<NavEntry> entriesFor(Viewer viewer) {
        return viewer.is(Standing.VOLUNTEER)
                ? List.of(new NavEntry(40, "attendance.nav.day", "/my-day", "hand"))
                : List.of();
    }
}
