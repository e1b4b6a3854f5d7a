package feiyan.units.web;

import feiyan.platform.Outcome;
import feiyan.platform.Outcome.Done;
import feiyan.platform.Outcome.Refused;
import feiyan.platform.Refusal;
import feiyan.web.Mistakes;
import feiyan.web.Notice;
import feiyan.web.Pages;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How these pages answer what a door says: who may not gets 403, what is not there 404, the rest is told. */
final class Answers {

    private Answers() {}

    /** For a page that only shows. */
    static <T> T shown(Outcome<T> outcome) {
        return switch (outcome) {
            case Done<T>(var value) -> value;
            case Refused<T>(var refusal) -> throw closed(refusal);
        };
    }

    private static RuntimeException closed(Refusal refusal) {
        return refusal.code().endsWith(".unknown")
                ? new ResponseStatusException(HttpStatus.NOT_FOUND)
                : new AccessDeniedException(refusal.code());
    }

    /** For a button: on to a page that says it is done, or what is the case. */
    static ModelAndView done(Outcome<?> outcome, String notice, RedirectAttributes redirect, String path) {
        return switch (outcome) {
            case Done<?> done -> {
                Notice.done(notice).on(redirect);
                yield Pages.next(path);
            }
            case Refused<?>(var refusal) -> refused(refusal, path);
        };
    }

    /** For a form: what was typed wrong stands by its field. */
    static ModelAndView typed(
            Outcome<?> outcome,
            String field,
            ModelAndView page,
            String notice,
            RedirectAttributes redirect,
            String path) {
        return outcome instanceof Refused<?>(var refusal) && isTyped(refusal)
                ? again(page, field, refusal)
                : done(outcome, notice, redirect, path);
    }

    static ModelAndView again(ModelAndView page, String field, Refusal refusal) {
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        var mistake = new Mistakes()
                .add(field, "refusal." + refusal.code(), refusal.args().toArray());
        return page.addObject("mistakes", mistake);
    }

    static ModelAndView refused(Refusal refusal, String back) {
        if (refusal.code().endsWith(".not_yours") || refusal.code().endsWith(".unknown")) {
            throw closed(refusal);
        }
        return Pages.refused(refusal, back);
    }

    /** What another spelling would put right. */
    static boolean isTyped(Refusal refusal) {
        var code = refusal.code();
        return code.startsWith("phone.")
                || code.startsWith("password.")
                || code.startsWith("name.")
                || code.equals("unit.name_unusable")
                || code.equals("county.division_code")
                || code.equals("sign_in.password_wrong");
    }

    /** The value, or what the refusal makes of it. */
    static <T, R> R either(Outcome<T> outcome, Function<T, R> done, Function<Refusal, R> refused) {
        return switch (outcome) {
            case Done<T>(var value) -> done.apply(value);
            case Refused<T>(var refusal) -> refused.apply(refusal);
        };
    }
}
