package feiyan.audit.web;

import feiyan.web.NavEntry;
import feiyan.web.Navigation;
import feiyan.web.Viewer;
import feiyan.web.Viewer.Standing;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class AuditNavigation implements Navigation {

    @Override
    public List<NavEntry> entriesFor(Viewer viewer) {
        return viewer.is(Standing.AUDITOR) ? List.of(new NavEntry(50, "audit.nav", "/audit", "book")) : List.of();
    }
}
