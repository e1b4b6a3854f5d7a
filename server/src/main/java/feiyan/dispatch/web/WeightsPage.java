package feiyan.dispatch.web;

import feiyan.dispatch.Weight;
import feiyan.dispatch.trial.WeightTrials;
import feiyan.platform.Outcome;
import feiyan.platform.Outcome.Done;
import feiyan.platform.Outcome.Refused;
import feiyan.platform.Setting;
import feiyan.units.Actor;
import feiyan.units.SettingPages;
import feiyan.web.Mistakes;
import feiyan.web.Pages;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** What is better than what when a dispatch is planned: weights, to be tried before they hold. */
@Controller
@RequestMapping(WeightsPage.PATH)
class WeightsPage implements SettingPages {

    static final String PATH = "/admin/policy/dispatch";

    private static final String VIEW = "dispatch/weights";

    private final WeightTrials trials;
    private final WeightsView view;

    WeightsPage(WeightTrials trials, WeightsView view) {
        this.trials = trials;
        this.view = view;
    }

    @Override
    public Optional<String> pathOf(Setting<?> setting) {
        return Weight.ofKey(setting.key()).map(_ -> PATH);
    }

    @GetMapping
    ModelAndView show(Actor actor) {
        return new ModelAndView(VIEW, model(shown(trials.now(actor))));
    }

    @PostMapping("/trials")
    ModelAndView begin(Actor actor, @RequestParam Map<String, String> typed) {
        var model = model(shown(trials.now(actor)));
        var mistakes = new Mistakes();
        var wanted = WeightsForm.read(typed, mistakes);
        if (!mistakes.isEmpty()) {
            return Pages.again(VIEW, mistakes, model);
        }
        return switch (trials.begin(actor, wanted)) {
            case Refused(var refusal) -> Pages.refused(refusal, PATH);
            case Done(var id) -> Pages.next(WeightTrialPage.path(id));
        };
    }

    private Map<String, Object> model(Map<Weight, Integer> now) {
        return Map.of("lines", view.lines(now));
    }

    /** Who may not gets 403, what is not there 404. */
    static <T> T shown(Outcome<T> outcome) {
        return switch (outcome) {
            case Done<T>(var value) -> value;
            case Refused<T>(var refusal) ->
                throw refusal.code().endsWith(".unknown")
                        ? new ResponseStatusException(HttpStatus.NOT_FOUND)
                        : new AccessDeniedException(refusal.code());
        };
    }
}
