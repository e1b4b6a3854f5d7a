package feiyan.audit.web;

import feiyan.audit.AlarmFindings;
import feiyan.audit.AlarmFindings.Finding;
import feiyan.audit.AlarmId;
import feiyan.platform.Outcome.Refused;
import feiyan.units.Actor;
import feiyan.web.Mistakes;
import feiyan.web.Pages;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who saw the data of very many, and what came of looking into it. */
@Controller
@RequestMapping("/audit/alarms")
class AlarmsPage {

    private static final String VIEW = "audit/alarms";
    private static final String PATH = "/audit/alarms";

    private final AlarmFindings alarms;

    AlarmsPage(AlarmFindings alarms) {
        this.alarms = alarms;
    }

    @GetMapping
    ModelAndView all(Actor actor, @RequestParam(required = false) @Nullable AlarmId before) {
        return new ModelAndView(VIEW, model(actor, before));
    }

    @PostMapping("/{alarm}/finding")
    ModelAndView settle(
            Actor actor,
            @PathVariable AlarmId alarm,
            @RequestParam(required = false) @Nullable Finding finding,
            @RequestParam(defaultValue = "") String words,
            RedirectAttributes redirect) {
        if (finding == null) {
            return again(actor, alarm, words, new Mistakes().add("finding", "audit.finding.missing"));
        }
        var outcome = alarms.settle(actor, alarm, finding, words);
        return outcome instanceof Refused<AlarmId>(var refusal)
                        && refusal.code().equals("alarm.words")
                ? again(
                        actor,
                        alarm,
                        words,
                        new Mistakes()
                                .add("words", "refusal.alarm.words", refusal.args().toArray()))
                : Answers.done(outcome, "audit.finding.done", redirect, PATH);
    }

    private ModelAndView again(Actor actor, AlarmId alarm, String words, Mistakes mistakes) {
        var model = model(actor, null);
        model.put("typedFor", alarm);
        model.put("typed", words);
        return Pages.again(VIEW, mistakes, model);
    }

    private Map<String, @Nullable Object> model(Actor actor, @Nullable AlarmId before) {
        var all = Answers.shown(alarms.latest(actor, before));
        var model = new HashMap<String, @Nullable Object>();
        model.put("alarms", all);
        model.put("findings", Finding.values());
        model.put(
                "more",
                all.size() < AlarmFindings.PAGE
                        ? null
                        : PATH + "?before=" + all.getLast().id().value());
        return model;
    }
}
