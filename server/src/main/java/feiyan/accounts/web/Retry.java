package feiyan.accounts.web;

import feiyan.platform.Refusal;
import feiyan.web.Mistakes;
import feiyan.web.Pages;
import java.util.Map;
import org.springframework.web.servlet.ModelAndView;

/** Shows a door's refusal of what was typed beside the field where it was typed. */
final class Retry {

    private Retry() {}

    static ModelAndView at(String field, Refusal refusal, String view, Map<String, ?> model) {
        var mistakes = new Mistakes()
                .add(field, "refusal." + refusal.code(), refusal.args().toArray());
        return Pages.again(view, mistakes, model);
    }

    /** Too many tries are nothing that typing better would help. */
    static ModelAndView unlessThrottled(String field, Refusal refusal, String view, Map<String, ?> model, String back) {
        return refusal.code().startsWith("throttle.") ? Pages.refused(refusal, back) : at(field, refusal, view, model);
    }
}
