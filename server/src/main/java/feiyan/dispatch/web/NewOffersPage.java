package feiyan.dispatch.web;

import feiyan.accounts.PersonId;
import feiyan.dispatch.Candidates;
import feiyan.dispatch.Invitee;
import feiyan.dispatch.OfferId;
import feiyan.dispatch.Offers;
import feiyan.dispatch.TeamCandidate;
import feiyan.menu.Menu;
import feiyan.menu.ProjectId;
import feiyan.orders.OrderId;
import feiyan.orders.ServiceSheet;
import feiyan.orders.ServiceSheets;
import feiyan.orders.Slot;
import feiyan.orders.State;
import feiyan.platform.Outcome;
import feiyan.platform.Refusal;
import feiyan.units.Actor;
import feiyan.units.Units;
import feiyan.volunteers.TeamId;
import feiyan.web.Notice;
import feiyan.web.Pages;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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

/** The dispatcher's plain list: when, and whom to ask. */
@Controller
class NewOffersPage {

    private final Offers offers;
    private final Candidates candidates;
    private final ServiceSheets sheets;
    private final Menu menu;
    private final Units units;
    private final InstantSource clock;

    NewOffersPage(
            Offers offers, Candidates candidates, ServiceSheets sheets, Menu menu, Units units, InstantSource clock) {
        this.offers = offers;
        this.candidates = candidates;
        this.sheets = sheets;
        this.menu = menu;
        this.units = units;
        this.clock = clock;
    }

    @GetMapping("/orders/{id}/offers/new")
    ModelAndView choose(
            Actor actor,
            @PathVariable OrderId id,
            @RequestParam(required = false) @Nullable LocalDateTime from,
            @RequestParam(defaultValue = "") String name) {
        var order = sheets.inCharge(actor, id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var project = order.project();
        if (project == null || (order.state() != State.APPROVED && order.state() != State.OFFERED)) {
            return Pages.refused(Refusal.of("order.not_now", order.state().name()), "/orders/" + id.value());
        }
        var fixed = offers.timeOut(actor.county(), id);
        var time = fixed.orElseGet(
                () -> from == null ? ProposedTime.of(order, clock.instant()) : ProposedTime.at(order, from));
        return new ModelAndView("dispatch/new-offers", model(actor, order, project, time, fixed.isPresent(), name));
    }

    private Map<String, Object> model(
            Actor actor, ServiceSheet order, ProjectId project, Slot time, boolean fixed, String name) {
        var teams = candidates.teams(actor, order, time);
        var model = new HashMap<String, Object>();
        model.put("order", order);
        model.put("project", menu.find(actor.county(), project).orElseThrow());
        model.put("time", time);
        model.put("from", ProposedTime.local(time));
        model.put("fixed", fixed);
        model.put("name", name);
        model.put("teams", teams);
        model.put(
                "units",
                units.names(
                        actor.county(), teams.stream().map(TeamCandidate::unit).toList()));
        model.put("people", candidates.people(actor, order, time));
        model.put("named", name.isBlank() ? List.of() : candidates.named(actor, order, time, name));
        return model;
    }

    @PostMapping("/orders/{id}/offers")
    ModelAndView make(
            Actor actor,
            @PathVariable OrderId id,
            @RequestParam int version,
            @RequestParam LocalDateTime from,
            @RequestParam(defaultValue = "") List<TeamId> team,
            @RequestParam(defaultValue = "") List<PersonId> volunteer,
            RedirectAttributes redirect) {
        var order = sheets.inCharge(actor, id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var invitees = Stream.concat(
                        team.stream().<Invitee>map(Invitee.ToTeam::new),
                        volunteer.stream().<Invitee>map(Invitee.ToVolunteer::new))
                // somebody may stand in two lists of the page
                .distinct()
                .toList();
        return switch (offers.make(actor, id, version, ProposedTime.at(order, from), invitees)) {
            case Outcome.Done(var made) -> {
                Notice.done("dispatch.offered", made.size()).on(redirect);
                yield Pages.next("/orders/" + id.value());
            }
            case Outcome.Refused(var refusal) ->
                Pages.refused(refusal, "/orders/%s/offers/new?from=%s".formatted(id.value(), from));
        };
    }

    @PostMapping("/orders/{id}/go-ahead")
    ModelAndView goAhead(
            Actor actor, @PathVariable OrderId id, @RequestParam int version, RedirectAttributes redirect) {
        return Back.to("/orders/" + id.value(), offers.goAhead(actor, id, version), "dispatch.agreed", redirect);
    }

    /** Nobody answers, or the team that took it cannot come. */
    @PostMapping("/offers/{id}/withdrawal")
    ModelAndView withdraw(
            Actor actor, @PathVariable OfferId id, @RequestParam OrderId order, RedirectAttributes redirect) {
        var page = "/orders/%s/roll".formatted(order.value());
        return Back.to(page, offers.withdraw(actor, id), "dispatch.withdrawn", redirect);
    }
}
