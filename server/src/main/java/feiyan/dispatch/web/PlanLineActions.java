package feiyan.dispatch.web;

import feiyan.accounts.PersonId;
import feiyan.dispatch.plan.PlanChoices;
import feiyan.dispatch.plan.PlanId;
import feiyan.platform.Outcome;
import feiyan.units.Actor;
import feiyan.web.Mistakes;
import feiyan.web.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One line of a plan: kept, let go, emptied, or given to somebody else. Back to the board as it was looked at. */
@Controller
@RequestMapping("/dispatch/plans/{id}/lines/{line}")
class PlanLineActions {

    private final PlanChoices choices;
    private final PlanLineView view;

    PlanLineActions(PlanChoices choices, PlanLineView view) {
        this.choices = choices;
        this.view = view;
    }

    @PostMapping("/pin")
    ModelAndView pin(
            Actor actor,
            @PathVariable PlanId id,
            @PathVariable int line,
            @RequestParam int version,
            PlanQuery query,
            RedirectAttributes redirect) {
        return back(query, line, choices.pin(actor, id, version, line), "dispatch.plan.pinned", redirect);
    }

    @PostMapping("/release")
    ModelAndView unpin(
            Actor actor,
            @PathVariable PlanId id,
            @PathVariable int line,
            @RequestParam int version,
            PlanQuery query,
            RedirectAttributes redirect) {
        return back(query, line, choices.unpin(actor, id, version, line), "dispatch.plan.unpinned", redirect);
    }

    @PostMapping("/removal")
    ModelAndView takeOff(
            Actor actor,
            @PathVariable PlanId id,
            @PathVariable int line,
            @RequestParam int version,
            PlanQuery query,
            RedirectAttributes redirect) {
        return back(query, line, choices.takeOff(actor, id, version, line), "dispatch.plan.taken_off", redirect);
    }

    @PostMapping("/ban")
    ModelAndView ban(
            Actor actor,
            @PathVariable PlanId id,
            @PathVariable int line,
            @RequestParam int version,
            PlanQuery query,
            RedirectAttributes redirect) {
        return back(query, line, choices.ban(actor, id, version, line), "dispatch.plan.banned", redirect);
    }

    @PostMapping("/volunteer")
    ModelAndView move(
            Actor actor,
            @PathVariable PlanId id,
            @PathVariable int line,
            @RequestParam int version,
            @RequestParam(required = false) @Nullable PersonId volunteer,
            PlanQuery query,
            RedirectAttributes redirect) {
        return volunteer == null
                ? Pages.again(
                        PlanLineView.VIEW,
                        new Mistakes().add("volunteer", "dispatch.plan.nobody_chosen"),
                        view.model(actor, id, line, query))
                : back(query, line, choices.move(actor, id, version, line, volunteer), "dispatch.plan.moved", redirect);
    }

    private static ModelAndView back(
            PlanQuery query, int line, Outcome<Integer> outcome, String done, RedirectAttributes redirect) {
        return Back.to(query.path() + "#line-" + line, outcome, done, redirect);
    }
}
