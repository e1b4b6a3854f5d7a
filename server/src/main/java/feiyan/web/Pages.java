package feiyan.web;

import feiyan.platform.Refusal;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/** The answers of a page to a form: done and on to the next page, once more please, or not now. */
public final class Pages {

    private Pages() {}

    /** Done: on to the page that shows it, so that a reload does not do it twice. */
    public static ModelAndView next(String path) {
        return new ModelAndView("redirect:" + LocalPath.of(path));
    }

    /** The same page again, with what was written and what is to be put right. */
    public static ModelAndView again(String view, Mistakes mistakes, Map<String, ?> model) {
        return new ModelAndView(view, model, HttpStatus.UNPROCESSABLE_CONTENT).addObject("mistakes", mistakes);
    }

    /** The same page with everything that was typed, and on top what is the case now and what to do next. */
    public static ModelAndView refusedHere(String view, Refusal refusal, Map<String, ?> model) {
        return new ModelAndView(view, model, HttpStatus.CONFLICT).addObject("refusal", refusal);
    }

    /** What is the case now, what to do next, and what was written; {@code back} is the page where it can be seen. */
    public static ModelAndView refused(Refusal refusal, String back) {
        var status = NotThere.says(refusal) ? HttpStatus.NOT_FOUND : HttpStatus.CONFLICT;
        return new ModelAndView("web/refused", Map.of("refusal", refusal, "back", LocalPath.of(back)), status);
    }
}
