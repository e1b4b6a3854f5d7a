package feiyan.volunteers.web;

import feiyan.platform.CountyId;
import feiyan.units.SetUpTask;
import feiyan.units.Units;
import feiyan.volunteers.Teams;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A county can be served once it has a team. */
@Component
@Order(20)
class TeamTask implements SetUpTask {

    private final Teams teams;
    private final Units units;

    TeamTask(Teams teams, Units units) {
        this.teams = teams;
        this.units = units;
    }

    @Override
    public String key() {
        return "volunteers.task";
    }

    @Override
    public String path() {
        return "/teams";
    }

    @Override
    public boolean isDone(CountyId county) {
        return units.center(county)
                .filter(center -> !teams.teamsOf(county, center.id(), null).isEmpty())
                .isPresent();
    }
}
