package feiyan.accounts.web;

import feiyan.accounts.AccountId;
import feiyan.accounts.Phone;
import feiyan.accounts.SignInCodes;
import feiyan.accounts.Visit;
import feiyan.platform.Ids;
import feiyan.platform.Outcome.Done;
import feiyan.platform.Outcome.Refused;
import feiyan.web.LocalPath;
import feiyan.web.Pages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Residents and volunteers sign in with their phone: the number, then the code that was sent to it. */
@Controller
class SignInPage {

    private static final String PHONE_VIEW = "accounts/sign-in";
    private static final String CODE_VIEW = "accounts/code";

    private final SignInCodes codes;
    private final Underway underway;
    private final WayIn wayIn;

    SignInPage(SignInCodes codes, Underway underway, WayIn wayIn) {
        this.codes = codes;
        this.underway = underway;
        this.wayIn = wayIn;
    }

    @GetMapping("/sign-in")
    ModelAndView phone(@RequestParam(defaultValue = "/") String next) {
        return new ModelAndView(PHONE_VIEW, Map.of("next", LocalPath.of(next), "phone", ""));
    }

    @PostMapping("/sign-in")
    ModelAndView send(
            @RequestParam(defaultValue = "") String phone,
            @RequestParam(defaultValue = "/") String next,
            HttpServletRequest request) {
        var local = LocalPath.of(next);
        return switch (Phone.parseMobile(phone)) {
            case Done<Phone>(var good) -> send(good, local, request);
            case Refused<Phone>(var refusal) ->
                Retry.at("phone", refusal, PHONE_VIEW, Map.of("next", local, "phone", phone));
        };
    }

    private ModelAndView send(Phone phone, String next, HttpServletRequest request) {
        var asker = Ids.next();
        return switch (codes.send(phone, asker, Visit.of(request))) {
            case Done<Phone> sent -> {
                underway.codeSent(request, asker, phone, next);
                yield Pages.next("/sign-in/code");
            }
            case Refused<Phone>(var refusal) -> Pages.refused(refusal, "/sign-in");
        };
    }

    @GetMapping("/sign-in/code")
    ModelAndView code(HttpServletRequest request) {
        return underway.codeSent(request)
                .map(sent -> new ModelAndView(CODE_VIEW, model(sent)))
                .orElseGet(() -> Pages.next("/sign-in"));
    }

    private Map<String, ?> model(CodeSent sent) {
        return Map.of("phone", underway.phone(sent).masked());
    }

    @PostMapping("/sign-in/code")
    ModelAndView redeem(
            @RequestParam(defaultValue = "") String code, HttpServletRequest request, HttpServletResponse response) {
        return underway.codeSent(request)
                .map(sent -> redeem(sent, code, request, response))
                .orElseGet(() -> Pages.next("/sign-in"));
    }

    private ModelAndView redeem(CodeSent sent, String code, HttpServletRequest request, HttpServletResponse response) {
        return switch (codes.redeem(underway.phone(sent), sent.id(), code)) {
            case Done<AccountId>(var account) -> wayIn.byCode(account, sent.next(), request, response);
            case Refused<AccountId>(var refusal) -> Retry.at("code", refusal, CODE_VIEW, model(sent));
        };
    }

    /** The message did not come, or the code is too old. */
    @PostMapping("/sign-in/new-code")
    ModelAndView another(HttpServletRequest request) {
        return underway.codeSent(request).map(sent -> another(sent, request)).orElseGet(() -> Pages.next("/sign-in"));
    }

    private ModelAndView another(CodeSent sent, HttpServletRequest request) {
        return switch (codes.send(underway.phone(sent), sent.id(), Visit.of(request))) {
            case Done<Phone> done -> Pages.next("/sign-in/code");
            case Refused<Phone>(var refusal) -> Pages.refused(refusal, "/sign-in/code");
        };
    }
}
