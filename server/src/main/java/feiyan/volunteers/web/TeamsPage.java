package feiyan.volunteers.web;

import feiyan.platform.Outcome;
import feiyan.units.Actor;
import feiyan.units.Unit;
import feiyan.units.Units;
import feiyan.volunteers.Register;
import feiyan.volunteers.Team;
import feiyan.volunteers.TeamId;
import feiyan.volunteers.TeamKind;
import feiyan.volunteers.Teams;
import feiyan.volunteers.VolunteerCard;
import feiyan.web.Notice;
import feiyan.web.Pages;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The teams of a unit and all units below it, and the founding of one more. */
@Controller
@RequestMapping("/teams")
class TeamsPage {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final Teams teams;
    private final Register register;
    private final Units units;
    private final OwnUnits own;
    private final InstantSource clock;

    TeamsPage(Teams teams, Register register, Units units, OwnUnits own, InstantSource clock) {
        this.teams = teams;
        this.register = register;
        this.units = units;
        this.own = own;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView list(Actor actor, @RequestParam @Nullable TeamId after) {
        kept(actor);
        var found = teams.within(actor, after);
        var shown = found.subList(0, Math.min(found.size(), Teams.PAGE));
        return new ModelAndView("volunteers/teams")
                .addObject("teams", shown)
                .addObject(
                        "units",
                        units.names(
                                actor.county(), shown.stream().map(Team::unit).toList()))
                .addObject(
                        "after",
                        found.size() > shown.size() ? shown.getLast().id().value() : null);
    }

    private void kept(Actor actor) {
        if (!register.isKeptBy(actor)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }

    @GetMapping("/new")
    ModelAndView blank(Actor actor, @RequestParam(defaultValue = "") String leader) {
        kept(actor);
        var units = own.of(actor);
        return page(units, TeamForm.blank(units.getFirst().id(), leader));
    }

    private static ModelAndView page(List<Unit> units, TeamForm form) {
        return new ModelAndView("volunteers/new-team")
                .addObject("form", form)
                .addObject("own", units)
                .addObject("kinds", TeamKind.values());
    }

    @PostMapping
    ModelAndView found(Actor actor, @ModelAttribute("form") TeamForm form, RedirectAttributes redirect) {
        kept(actor);
        var units = own.of(actor);
        Optional<VolunteerCard> leader = register.byNumber(actor, form.leaderNumber());
        var today = LocalDate.ofInstant(clock.instant(), CHINA);
        var ids = units.stream().map(Unit::id).collect(Collectors.toSet());
        var mistakes = form.mistakes(ids, today, leader.isPresent());
        if (!mistakes.isEmpty()) {
            return Answers.again(page(units, form), mistakes);
        }
        return switch (teams.found(actor, form.founding(leader.orElseThrow().id()))) {
            case Outcome.Done<TeamId>(var team) -> {
                Notice.done("volunteers.team.founded").on(redirect);
                yield Pages.next("/teams/" + team.value());
            }
            case Outcome.Refused<TeamId>(var refusal) -> Pages.refused(refusal, "/teams");
        };
    }
}
