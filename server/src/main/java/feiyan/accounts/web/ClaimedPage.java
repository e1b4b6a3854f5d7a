package feiyan.accounts.web;

import feiyan.accounts.AccountId;
import feiyan.accounts.Accounts;
import feiyan.accounts.Claims;
import feiyan.accounts.Visit;
import feiyan.platform.Outcome.Done;
import feiyan.platform.Outcome.Refused;
import feiyan.web.Pages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * The phone is in hand, but somebody became staff under its number without a proof: the same human being, who knows the
 * password, or another, whose claim falls.
 */
@Controller
@RequestMapping("/sign-in/claimed")
class ClaimedPage {

    private static final String VIEW = "accounts/claimed";
    private static final String START = "/sign-in";

    private final Underway underway;
    private final Claims claims;
    private final Accounts accounts;
    private final WayIn wayIn;

    ClaimedPage(Underway underway, Claims claims, Accounts accounts, WayIn wayIn) {
        this.underway = underway;
        this.claims = claims;
        this.accounts = accounts;
        this.wayIn = wayIn;
    }

    @GetMapping
    ModelAndView ask(HttpServletRequest request) {
        return whoIsAtIt(request, claimed -> new ModelAndView(VIEW, model(claimed)));
    }

    private ModelAndView whoIsAtIt(HttpServletRequest request, Function<Proven, ModelAndView> page) {
        return underway.claimed(request).map(page).orElseGet(() -> Pages.next(START));
    }

    private Map<String, ?> model(Proven claimed) {
        return Map.of("phone", accounts.maskedPhone(claimed.account()));
    }

    @PostMapping
    ModelAndView mine(
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request,
            HttpServletResponse response) {
        return whoIsAtIt(request, claimed -> switch (claims.keep(claimed.account(), password, Visit.of(request))) {
            case Done<AccountId>(var account) -> wayIn.proven(account, false, claimed.next(), request, response);
            case Refused<AccountId>(var refusal) ->
                Retry.unlessThrottled("password", refusal, VIEW, model(claimed), "/sign-in/claimed");
        });
    }

    @PostMapping("/not-mine")
    ModelAndView notMine(HttpServletRequest request, HttpServletResponse response) {
        return whoIsAtIt(request, claimed -> switch (claims.drop(claimed.account())) {
            case Done<AccountId>(var account) -> wayIn.proven(account, false, claimed.next(), request, response);
            case Refused<AccountId>(var refusal) -> Pages.refused(refusal, START);
        });
    }
}
