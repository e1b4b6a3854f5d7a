package feiyan.demo.web;

import feiyan.web.NavEntry;
import feiyan.web.Navigation;
import feiyan.web.Viewer;
import feiyan.web.Viewer.Standing;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** The way to "Enter as…", and back to it to be the next one; a volunteer's navigation is full, they sign out first. */
@Component
@ConditionalOnBooleanProperty("feiyan.demo")
class EnterNavigation implements Navigation {

    private final Doorstep doorstep;
    private final HttpServletRequest request;

    EnterNavigation(Doorstep doorstep, HttpServletRequest request) {
        this.doorstep = doorstep;
        this.request = request;
    }

    @Override
    public List<NavEntry> entriesFor(Viewer viewer) {
        return !viewer.is(Standing.VOLUNTEER) && doorstep.isOpen(request)
                ? List.of(new NavEntry(90, "demo.nav.enter", "/enter", "person"))
                : List.of();
    }
}
