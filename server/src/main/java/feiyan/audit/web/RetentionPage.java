package feiyan.audit.web;

import feiyan.audit.Retention;
import feiyan.audit.RetentionHolds;
import feiyan.units.Actor;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What would go under the days that hold, or under others that are only tried; and the orders that are held back. */
@Controller
@RequestMapping("/admin/retention")
class RetentionPage {

    private static final String PATH = "/admin/retention";

    private final Retention retention;
    private final RetentionHolds holds;

    RetentionPage(Retention retention, RetentionHolds holds) {
        this.retention = retention;
        this.holds = holds;
    }

    /** @param asked days by setting; whatever else stands in the address is nothing to us */
    @GetMapping
    ModelAndView show(Actor actor, @RequestParam Map<String, String> asked) {
        var plan = Answers.shown(retention.dryRun(actor, days(asked)));
        return new ModelAndView("audit/retention")
                .addObject("plan", plan)
                .addObject("tried", asked.keySet().stream().anyMatch(key -> key.startsWith("retention.")))
                .addObject("holds", Answers.shown(holds.all(actor)));
    }

    private static Map<String, Integer> days(Map<String, String> asked) {
        var days = new HashMap<String, Integer>();
        asked.forEach((key, typed) -> {
            if (key.startsWith("retention.") && typed.strip().matches("[0-9]{1,5}")) {
                days.put(key, Integer.valueOf(typed.strip()));
            }
        });
        return days;
    }

    @PostMapping("/holds")
    ModelAndView hold(Actor actor, @RequestParam(defaultValue = "") String number, RedirectAttributes redirect) {
        return Answers.done(holds.hold(actor, number), "retention.held", redirect, PATH);
    }

    @PostMapping("/holds/{order}/removal")
    ModelAndView lift(Actor actor, @PathVariable UUID order, RedirectAttributes redirect) {
        return Answers.done(holds.lift(actor, order), "retention.lifted", redirect, PATH);
    }
}
