package feiyan.dispatch.web;

import feiyan.dispatch.trial.WeightTrial;
import feiyan.dispatch.trial.WeightTrialId;
import feiyan.dispatch.trial.WeightTrials;
import feiyan.platform.Outcome.Done;
import feiyan.platform.Outcome.Refused;
import feiyan.units.Actor;
import feiyan.web.Notice;
import feiyan.web.Pages;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One trial: how far it is; then what would have been otherwise, and the question whether it shall hold. */
@Controller
@RequestMapping(WeightsPage.PATH + "/trials/{trial}")
class WeightTrialPage {

    private final WeightTrials trials;
    private final WeightTrialView view;

    WeightTrialPage(WeightTrials trials, WeightTrialView view) {
        this.trials = trials;
        this.view = view;
    }

    static String path(WeightTrialId id) {
        return WeightsPage.PATH + "/trials/" + id.value();
    }

    @GetMapping
    ModelAndView show(Actor actor, @PathVariable WeightTrialId trial) {
        return new ModelAndView("dispatch/weight-trial", view.model(actor, found(actor, trial)));
    }

    /** The piece of the page that comes anew while it is under way. */
    @GetMapping("/progress")
    ModelAndView progress(Actor actor, @PathVariable WeightTrialId trial) {
        return new ModelAndView("dispatch/parts/trial :: progress").addObject("trial", found(actor, trial));
    }

    private WeightTrial found(Actor actor, WeightTrialId id) {
        return WeightsPage.shown(trials.find(actor, id));
    }

    @PostMapping("/decision")
    ModelAndView decide(
            Actor actor, @PathVariable WeightTrialId trial, HttpServletRequest request, RedirectAttributes redirect) {
        found(actor, trial);
        return switch (trials.decide(actor, trial, request.getRemoteAddr())) {
            case Refused(var refusal) -> Pages.refused(refusal, WeightsPage.PATH);
            case Done<?> _ -> {
                Notice.done("dispatch.weights.decided").on(redirect);
                yield Pages.next("/admin/policy");
            }
        };
    }
}
