package feiyan.dispatch.web;

import feiyan.platform.Outcome;
import feiyan.web.Notice;
import feiyan.web.Pages;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** After a form: on to a page, with what was done or why not. */
final class Back {

    private Back() {}

    static <T> ModelAndView to(String page, Outcome<T> outcome, String done, RedirectAttributes redirect) {
        return switch (outcome) {
            case Outcome.Done<T> _ -> {
                Notice.done(done).on(redirect);
                yield Pages.next(page);
            }
            case Outcome.Refused<T>(var refusal) -> Pages.refused(refusal, page);
        };
    }

    /** Where the page itself shows what was done. */
    static <T> ModelAndView quietly(String page, Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T> _ -> Pages.next(page);
            case Outcome.Refused<T>(var refusal) -> Pages.refused(refusal, page);
        };
    }
}
