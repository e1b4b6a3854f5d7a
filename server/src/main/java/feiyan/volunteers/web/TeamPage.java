package feiyan.volunteers.web;

import feiyan.accounts.PersonId;
import feiyan.platform.Outcome;
import feiyan.units.Actor;
import feiyan.units.Units;
import feiyan.volunteers.Register;
import feiyan.volunteers.Team;
import feiyan.volunteers.TeamId;
import feiyan.volunteers.Teams;
import feiyan.volunteers.VolunteerCard;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One team: its members look at it, its unit's staff change it, and anybody may leave. */
@Controller
@RequestMapping("/teams/{id}")
class TeamPage {

    private final Teams teams;
    private final Register register;
    private final Units units;

    TeamPage(Teams teams, Register register, Units units) {
        this.teams = teams;
        this.register = register;
        this.units = units;
    }

    @GetMapping
    ModelAndView show(Actor actor, @PathVariable TeamId id, @RequestParam(defaultValue = "") String words) {
        var team = teams.find(actor.county(), id).orElseThrow(TeamPage::notThere);
        var members = teams.members(actor.county(), id);
        boolean keeps = register.reaches(actor, team.unit());
        boolean member = members.stream().anyMatch(one -> one.id().equals(actor.person()));
        if (!keeps && !member) {
            throw notThere();
        }
        return new ModelAndView("volunteers/team")
                .addObject("team", team)
                .addObject(
                        "unit",
                        units.names(actor.county(), List.of(team.unit())).get(team.unit()))
                .addObject("members", members)
                .addObject("keeps", keeps)
                .addObject("mayLeave", member && !actor.person().equals(team.leader()))
                .addObject("self", actor.person())
                .addObject("words", words.strip())
                .addObject("found", keeps && !words.isBlank() ? found(actor, words, members) : List.of());
    }

    private List<VolunteerCard> found(Actor actor, String words, List<VolunteerCard> members) {
        return register.search(actor, words).stream()
                .filter(card -> !members.contains(card))
                .toList();
    }

    private static ResponseStatusException notThere() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    @PostMapping("/members")
    ModelAndView join(
            Actor actor, @PathVariable TeamId id, @RequestParam PersonId member, RedirectAttributes redirect) {
        kept(actor, id);
        var joined = known(actor, member).then(person -> teams.join(actor, id, Set.of(person)));
        return Answers.to(path(id), joined, "volunteers.team.member_joined", redirect);
    }

    @PostMapping("/leader")
    ModelAndView lead(
            Actor actor, @PathVariable TeamId id, @RequestParam PersonId member, RedirectAttributes redirect) {
        kept(actor, id);
        var isMember = teams.members(actor.county(), id).stream()
                .anyMatch(one -> one.id().equals(member));
        var leads = isMember ? teams.lead(actor, id, member) : Outcome.<TeamId>refused("team.no_member");
        return Answers.to(path(id), leads, "volunteers.team.leads", redirect);
    }

    /** The members' own too: nobody is kept. */
    @PostMapping("/leaving")
    ModelAndView leave(
            Actor actor, @PathVariable TeamId id, @RequestParam PersonId member, RedirectAttributes redirect) {
        boolean self = member.equals(actor.person());
        var team = self ? teams.find(actor.county(), id).orElseThrow(TeamPage::notThere) : kept(actor, id);
        boolean stays = register.reaches(actor, team.unit());
        return Answers.to(
                stays ? path(id) : "/volunteer",
                teams.leave(actor, id, member),
                "volunteers.team.member_left",
                redirect);
    }

    /** The team, where its unit is the actor's: a leader asks the unit to take somebody in. */
    private Team kept(Actor actor, TeamId id) {
        return teams.find(actor.county(), id)
                .filter(team -> register.reaches(actor, team.unit()))
                .orElseThrow(TeamPage::notThere);
    }

    private Outcome<PersonId> known(Actor actor, PersonId member) {
        return register.find(actor, member).isPresent() ? Outcome.done(member) : Outcome.refused("volunteer.not_yours");
    }

    private static String path(TeamId id) {
        return "/teams/" + id.value();
    }
}
