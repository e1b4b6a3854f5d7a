package feiyan.audit.web;

import feiyan.platform.Outcome;
import feiyan.platform.Outcome.Done;
import feiyan.platform.Outcome.Refused;
import feiyan.platform.Refusal;
import feiyan.web.Notice;
import feiyan.web.Pages;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How these pages answer what a door says: who may not gets 403, the rest is told. */
final class Answers {

    private Answers() {}

    /** For a page that only shows. */
    static <T> T shown(Outcome<T> outcome) {
        return switch (outcome) {
            case Done<T>(var value) -> value;
            case Refused<T>(var refusal) -> throw new AccessDeniedException(refusal.code());
        };
    }

    /** For a button: on to a page that says it is done, or what is the case. */
    static ModelAndView done(Outcome<?> outcome, String notice, RedirectAttributes redirect, String path) {
        return switch (outcome) {
            case Done<?> _ -> {
                Notice.done(notice).on(redirect);
                yield Pages.next(path);
            }
            case Refused<?>(var refusal) -> refused(refusal, path);
        };
    }

    static ModelAndView refused(Refusal refusal, String back) {
        if (refusal.code().endsWith(".not_yours")) {
            throw new AccessDeniedException(refusal.code());
        }
        return Pages.refused(refusal, back);
    }
}
