package feiyan.dispatch;

import feiyan.menu.Project;
import feiyan.menu.ProjectId;
import feiyan.orders.WaitingOrders.Reach;
import feiyan.platform.CountyId;
import feiyan.units.Unit;
import feiyan.units.Units;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Which orders come before a volunteer at all: those of the units that see the volunteer, too. */
@Component
class OpenSeatReach {

    private final Units units;

    OpenSeatReach(Units units) {
        this.units = units;
    }

    Reach of(CountyId county, HelperFacts self, Map<ProjectId, Project> projects) {
        var volunteer = self.volunteer();
        return new Reach(
                volunteer.id(),
                units.pathUp(county, volunteer.unit()).stream().map(Unit::id).toList(),
                projects.values().stream()
                        .filter(project -> volunteer.skills().contains(project.skill()))
                        .map(Project::id)
                        .toList(),
                volunteer.unit(),
                volunteer.home(),
                volunteer.radiusMetres());
    }
}
