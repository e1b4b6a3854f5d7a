package feiyan.volunteers.web;

import feiyan.accounts.PersonId;
import feiyan.units.Actor;
import feiyan.units.UnitId;
import feiyan.units.Units;
import feiyan.volunteers.Qualifications;
import feiyan.volunteers.Register;
import feiyan.volunteers.Teams;
import feiyan.volunteers.VolunteerCard;
import feiyan.volunteers.Volunteers;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The volunteers of a unit and all units below it, for those who keep the register. */
@Controller
@RequestMapping("/volunteers")
class VolunteersPage {

    private final Register register;
    private final Volunteers volunteers;
    private final Qualifications qualifications;
    private final Teams teams;
    private final Units units;

    VolunteersPage(Register register, Volunteers volunteers, Qualifications qualifications, Teams teams, Units units) {
        this.register = register;
        this.volunteers = volunteers;
        this.qualifications = qualifications;
        this.teams = teams;
        this.units = units;
    }

    @GetMapping
    ModelAndView list(
            Actor actor, @RequestParam(defaultValue = "") String words, @RequestParam @Nullable String after) {
        if (!register.isKeptBy(actor)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        var found = words.isBlank() ? volunteers.within(actor, after) : register.search(actor, words);
        var shown = found.subList(0, Math.min(found.size(), Volunteers.PAGE));
        return new ModelAndView("volunteers/volunteers")
                .addObject("words", words.strip())
                .addObject("volunteers", shown)
                .addObject("units", units.names(actor.county(), unitsOf(shown)))
                .addObject(
                        "after", found.size() > shown.size() ? shown.getLast().number() : null);
    }

    private static List<UnitId> unitsOf(List<VolunteerCard> cards) {
        return cards.stream().map(VolunteerCard::unit).toList();
    }

    /** Without phone and address: neither is needed to keep a register. */
    @GetMapping("/{id}")
    ModelAndView card(Actor actor, @PathVariable PersonId id) {
        var volunteer = register.find(actor, id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return new ModelAndView("volunteers/volunteer")
                .addObject("volunteer", volunteer)
                .addObject("self", actor.person().equals(id))
                .addObject(
                        "unit",
                        units.names(actor.county(), List.of(volunteer.unit())).get(volunteer.unit()))
                .addObject("free", FreeTime.within(volunteer.freeHours()))
                .addObject("qualifications", qualifications.of(actor.county(), id))
                .addObject("teams", teams.of(actor.county(), id));
    }
}
