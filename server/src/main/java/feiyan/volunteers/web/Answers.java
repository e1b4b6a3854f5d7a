package feiyan.volunteers.web;

import feiyan.platform.Outcome;
import feiyan.web.Mistakes;
import feiyan.web.Notice;
import feiyan.web.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** After a form: on to a page that says it is done, or what is the case. */
final class Answers {

    private Answers() {}

    static <T> ModelAndView to(String page, Outcome<T> outcome, String done, RedirectAttributes redirect) {
        return switch (outcome) {
            case Outcome.Done<T> _ -> {
                Notice.done(done).on(redirect);
                yield Pages.next(page);
            }
            case Outcome.Refused<T>(var refusal) -> Pages.refused(refusal, page);
        };
    }

    /** The form again, with what has to be put right. */
    static ModelAndView again(ModelAndView page, Mistakes mistakes) {
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page.addObject("mistakes", mistakes);
    }
}
