package feiyan.accounts.web;

import feiyan.accounts.AccountId;
import feiyan.accounts.TotpSetup;
import feiyan.accounts.Totps;
import feiyan.accounts.Visit;
import feiyan.platform.Outcome;
import feiyan.platform.Outcome.Done;
import feiyan.platform.Outcome.Refused;
import feiyan.platform.Refusal;
import feiyan.web.Pages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The number from the authenticator app, and the page that sets the app up the first time. */
@Controller
class SecondStepPage {

    private static final String NUMBER_VIEW = "accounts/number";
    private static final String SET_UP_VIEW = "accounts/totp";
    private static final String START = "/staff/sign-in";

    private final Totps totps;
    private final Underway underway;
    private final WayIn wayIn;

    SecondStepPage(Totps totps, Underway underway, WayIn wayIn) {
        this.totps = totps;
        this.underway = underway;
        this.wayIn = wayIn;
    }

    @GetMapping("/staff/sign-in/number")
    ModelAndView number(HttpServletRequest request) {
        return whoIsAtIt(request, step -> new ModelAndView(NUMBER_VIEW));
    }

    private ModelAndView whoIsAtIt(HttpServletRequest request, Function<AtSecondStep, ModelAndView> page) {
        return underway.atSecondStep(request).map(page).orElseGet(() -> Pages.next(START));
    }

    @PostMapping("/staff/sign-in/number")
    ModelAndView check(
            @RequestParam(defaultValue = "") String code, HttpServletRequest request, HttpServletResponse response) {
        return whoIsAtIt(
                request,
                step -> answer(
                        totps.check(step.who().account(), code, Visit.of(request)),
                        step,
                        refusal -> Retry.unlessThrottled("code", refusal, NUMBER_VIEW, Map.of(), START),
                        request,
                        response));
    }

    private ModelAndView answer(
            Outcome<AccountId> outcome,
            AtSecondStep step,
            Function<Refusal, ModelAndView> retry,
            HttpServletRequest request,
            HttpServletResponse response) {
        return switch (outcome) {
            case Done<AccountId> right -> wayIn.open(step.who(), step.next(), request, response);
            case Refused<AccountId>(var refusal) -> retry.apply(refusal);
        };
    }

    @GetMapping("/staff/totp")
    ModelAndView setUp(HttpServletRequest request) {
        return whoIsAtIt(request, step -> switch (totps.begin(step.who().account())) {
            case Done<TotpSetup>(var setup) -> new ModelAndView(SET_UP_VIEW, Map.of("setup", setup));
            case Refused<TotpSetup>(var refusal) -> Pages.refused(refusal, START);
        });
    }

    @PostMapping("/staff/totp")
    ModelAndView confirm(
            @RequestParam(defaultValue = "") String code, HttpServletRequest request, HttpServletResponse response) {
        return whoIsAtIt(
                request,
                step -> answer(
                        totps.confirm(step.who().account(), code, Visit.of(request)),
                        step,
                        refusal -> setUpAgain(step, refusal),
                        request,
                        response));
    }

    private ModelAndView setUpAgain(AtSecondStep step, Refusal refusal) {
        return switch (totps.begin(step.who().account())) {
            case Done<TotpSetup>(var setup) ->
                Retry.unlessThrottled("code", refusal, SET_UP_VIEW, Map.of("setup", setup), START);
            case Refused<TotpSetup>(var onAlready) -> Pages.refused(onAlready, START);
        };
    }
}
