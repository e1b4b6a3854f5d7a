package feiyan.accounts.web;

import feiyan.accounts.AccountId;
import feiyan.accounts.Accounts;
import feiyan.accounts.SignedIn;
import feiyan.accounts.Stays;
import feiyan.accounts.Visit;
import feiyan.platform.Outcome.Done;
import feiyan.platform.Outcome.Refused;
import feiyan.platform.Refusal;
import feiyan.web.Notice;
import feiyan.web.Pages;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Staff choose a new password by themselves; whoever forgot theirs asks an administrator for a link. */
@Controller
@RequestMapping("/sessions/password")
class OwnPasswordPage {

    private static final String VIEW = "accounts/own-password";
    private static final String BACK = "/sessions";

    private final Accounts accounts;

    OwnPasswordPage(Accounts accounts) {
        this.accounts = accounts;
    }

    @GetMapping
    ModelAndView ask(@AuthenticationPrincipal SignedIn who) {
        return accounts.hasPassword(who.account()) ? new ModelAndView(VIEW) : none();
    }

    private static ModelAndView none() {
        return Pages.refused(Refusal.of("password.none"), BACK);
    }

    @PostMapping
    ModelAndView change(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam(defaultValue = "") String current,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String again,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        if (!accounts.hasPassword(who.account())) {
            return none();
        }
        if (!password.equals(again)) {
            return Retry.at("again", Refusal.of("password.differs"), VIEW, Map.of());
        }
        var here = Stays.here(request);
        return switch (accounts.changePassword(who.account(), here, current, password, Visit.of(request))) {
            case Done<AccountId> done -> {
                Notice.done("accounts.own-password.changed").on(redirect);
                yield Pages.next(BACK);
            }
            case Refused<AccountId>(var refusal) -> again(refusal);
        };
    }

    private static ModelAndView again(Refusal refusal) {
        return refusal.code().equals("sign_in.password_wrong")
                ? Retry.at("current", Refusal.of("password.current_wrong"), VIEW, Map.of())
                : Retry.unlessThrottled("password", refusal, VIEW, Map.of(), BACK);
    }
}
