package feiyan.privacy.web;

import feiyan.platform.Outcome;
import feiyan.platform.Outcome.Done;
import feiyan.platform.Outcome.Refused;
import feiyan.platform.Refusal;
import feiyan.web.Mistakes;
import feiyan.web.Notice;
import feiyan.web.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How these pages answer what a door says. */
final class Told {

    private Told() {}

    static ModelAndView done(Outcome<?> outcome, String notice, RedirectAttributes redirect, String path) {
        return switch (outcome) {
            case Done<?> _ -> {
                Notice.done(notice).on(redirect);
                yield Pages.next(path);
            }
            case Refused<?>(var refusal) -> refused(refusal, path);
        };
    }

    static ModelAndView refused(Refusal refusal, String path) {
        if (refusal.code().endsWith(".not_yours")) {
            throw new AccessDeniedException(refusal.code());
        }
        return Pages.refused(refusal, path);
    }

    /** The same page once more, with what is to be written instead beside its field. */
    static ModelAndView again(ModelAndView page, String field, Refusal refusal) {
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page.addObject(
                "mistakes",
                new Mistakes()
                        .add(field, "refusal." + refusal.code(), refusal.args().toArray()));
    }
}
