package feiyan.volunteers.web;

import feiyan.menu.Menu;
import feiyan.platform.Policies;
import feiyan.platform.Policy;
import feiyan.units.Actor;
import feiyan.units.Homes;
import feiyan.units.Stations;
import feiyan.units.Unit;
import feiyan.units.UnitId;
import feiyan.units.Units;
import feiyan.volunteers.PauseCards;
import feiyan.volunteers.Qualifications;
import feiyan.volunteers.Teams;
import feiyan.volunteers.Volunteer;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The form in which somebody says what they can do and when, for who joins and for who has joined. */
@Component
class VolunteerView {

    private final Menu menu;
    private final Stations stations;
    private final Units units;
    private final Homes homes;
    private final Policies policies;
    private final Qualifications qualifications;
    private final Teams teams;
    private final PauseCards pauses;

    VolunteerView(
            Menu menu,
            Stations stations,
            Units units,
            Homes homes,
            Policies policies,
            Qualifications qualifications,
            Teams teams,
            PauseCards pauses) {
        this.menu = menu;
        this.stations = stations;
        this.units = units;
        this.homes = homes;
        this.policies = policies;
        this.qualifications = qualifications;
        this.teams = teams;
        this.pauses = pauses;
    }

    VolunteerForm blank(Actor actor) {
        var home = homes.of(actor.county(), actor.person()).map(Unit::id).orElse(null);
        return VolunteerForm.blank(home, policies.of(actor.county()).get(Policy.WEEKLY_MINUTES));
    }

    ModelAndView joining(Actor actor, VolunteerForm form) {
        return filled(new ModelAndView("volunteers/join"), actor, form, Set.of());
    }

    ModelAndView profile(Actor actor, Volunteer self, VolunteerForm form) {
        return filled(new ModelAndView("volunteers/profile"), actor, form, self.skills())
                .addObject("volunteer", self)
                .addObject("pause", pauses.of(actor))
                .addObject("now", units.find(actor.county(), self.unit()).orElseThrow())
                .addObject("qualifications", qualifications.of(actor.county(), self.id()))
                .addObject("kinds", SkillGroup.certificates(menu.categories(actor.county())))
                .addObject("teams", teams.of(actor.county(), self.id()));
    }

    private ModelAndView filled(ModelAndView page, Actor actor, VolunteerForm form, Collection<String> held) {
        return page.addObject("form", form)
                .addObject("groups", SkillGroup.of(menu.categories(actor.county()), held))
                .addObject("freeTimes", FreeTime.values())
                .addObject("townships", stations.byInstitute(actor.county()));
    }

    /** The units that can be chosen: every station, and the one that keeps the registration now, whatever it is. */
    Set<UnitId> units(Actor actor, @Nullable UnitId now) {
        return Stream.concat(
                        Stream.ofNullable(now),
                        stations.byInstitute(actor.county()).stream()
                                .flatMap(township -> township.stations().stream())
                                .map(Unit::id))
                .collect(Collectors.toSet());
    }
}
