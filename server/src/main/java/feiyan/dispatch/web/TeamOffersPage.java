package feiyan.dispatch.web;

import feiyan.accounts.PersonId;
import feiyan.accounts.Persons;
import feiyan.dispatch.Answers;
import feiyan.dispatch.Candidates;
import feiyan.dispatch.MyService;
import feiyan.dispatch.OfferId;
import feiyan.dispatch.OfferLine;
import feiyan.dispatch.OfferState;
import feiyan.dispatch.PersonCandidate;
import feiyan.dispatch.SeatLine;
import feiyan.dispatch.Seats;
import feiyan.units.Actor;
import feiyan.volunteers.Teams;
import feiyan.volunteers.VolunteerCard;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Offers for whoever answers them: a leader for the team, a volunteer in person. */
@Controller
class TeamOffersPage {

    private final MyService mine;
    private final Answers answers;
    private final Seats seats;
    private final Candidates candidates;
    private final Teams teams;
    private final Persons names;

    TeamOffersPage(MyService mine, Answers answers, Seats seats, Candidates candidates, Teams teams, Persons names) {
        this.mine = mine;
        this.answers = answers;
        this.seats = seats;
        this.candidates = candidates;
        this.teams = teams;
        this.names = names;
    }

    @GetMapping("/team-offers")
    ModelAndView list(Actor actor) {
        return new ModelAndView(
                "dispatch/team-offers", Map.of("asked", mine.toAnswer(actor), "led", mine.toLead(actor)));
    }

    @GetMapping("/offers/{id}")
    ModelAndView show(Actor actor, @PathVariable OfferId id) {
        var offer = mine.offer(actor, id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var roll = mine.roll(actor, id);
        var model = new HashMap<String, Object>();
        model.put("offer", offer);
        model.put("roll", roll);
        model.put("me", actor.person());
        model.put("open", offer.order().headcount() - offer.seated());
        model.put("members", offer.state() == OfferState.ACCEPTED ? members(actor, offer) : List.of());
        model.put(
                "names",
                names.names(
                        actor.county(), roll.stream().map(SeatLine::volunteer).toList()));
        return new ModelAndView("dispatch/offer", model);
    }

    /** Who of the team may still be put on, the free ones first, and what stands against the others. */
    private List<PersonCandidate> members(Actor leader, OfferLine offer) {
        var team = offer.teamId();
        if (team == null) {
            return List.of();
        }
        var people = teams.members(leader.county(), team).stream()
                .map(VolunteerCard::id)
                .toList();
        var seated =
                mine.roll(leader, offer.id()).stream().map(SeatLine::volunteer).toList();
        return candidates.members(leader, offer.order(), offer.proposed(), people).stream()
                .filter(member -> !seated.contains(member.helper().id()))
                .toList();
    }

    @PostMapping("/offers/{id}/acceptance")
    ModelAndView accept(Actor actor, @PathVariable OfferId id, RedirectAttributes redirect) {
        return Back.to("/offers/" + id.value(), answers.accept(actor, id), "dispatch.accepted", redirect);
    }

    @PostMapping("/offers/{id}/refusal")
    ModelAndView decline(
            Actor actor,
            @PathVariable OfferId id,
            @RequestParam(required = false) @Nullable DeclineReason reason,
            RedirectAttributes redirect) {
        var code = reason == null ? null : reason.code();
        return Back.to("/team-offers", answers.decline(actor, id, code), "dispatch.declined", redirect);
    }

    @PostMapping("/offers/{id}/seats")
    ModelAndView put(
            Actor actor,
            @PathVariable OfferId id,
            @RequestParam(defaultValue = "") Set<PersonId> member,
            RedirectAttributes redirect) {
        return Back.to("/offers/" + id.value(), seats.put(actor, id, member), "dispatch.put_on", redirect);
    }

    @PostMapping("/offers/{id}/return")
    ModelAndView giveBack(Actor actor, @PathVariable OfferId id, RedirectAttributes redirect) {
        return Back.to("/team-offers", answers.giveBack(actor, id), "dispatch.given_back", redirect);
    }
}
