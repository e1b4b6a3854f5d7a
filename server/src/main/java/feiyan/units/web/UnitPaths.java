package feiyan.units.web;

import feiyan.web.PublicPaths;
import java.util.List;
import org.springframework.stereotype.Component;

/** Who holds one of these links need not be anybody yet. */
@Component
class UnitPaths implements PublicPaths {

    @Override
    public List<String> patterns() {
        return List.of("/founding/*", "/invitations/*/*");
    }
}
