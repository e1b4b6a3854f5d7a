package feiyan.accounts.web;

import feiyan.accounts.AccountId;
import feiyan.accounts.Accounts;
import feiyan.accounts.PasswordResets;
import feiyan.platform.Outcome.Done;
import feiyan.platform.Outcome.Refused;
import feiyan.platform.Refusal;
import feiyan.web.Notice;
import feiyan.web.Pages;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A new password by the link that an administrator handed over. */
@Controller
class PasswordResetPage {

    private static final String VIEW = "accounts/password-reset";
    private static final String START = "/staff/sign-in";

    private final PasswordResets resets;
    private final Accounts accounts;

    PasswordResetPage(PasswordResets resets, Accounts accounts) {
        this.resets = resets;
        this.accounts = accounts;
    }

    @GetMapping("/password-reset/{token}")
    ModelAndView ask(@PathVariable String token) {
        return resets.find(token)
                .map(account -> new ModelAndView(VIEW, model(token, account)))
                .orElseGet(() -> Pages.refused(Refusal.of("password.link_ended"), START));
    }

    private Map<String, ?> model(String token, AccountId account) {
        return Map.of("token", token, "phone", accounts.maskedPhone(account));
    }

    @PostMapping("/password-reset/{token}")
    ModelAndView set(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String again,
            RedirectAttributes redirect) {
        var account = resets.find(token);
        if (account.isPresent() && !password.equals(again)) {
            return Retry.at("again", Refusal.of("password.differs"), VIEW, model(token, account.get()));
        }
        return switch (resets.use(token, password)) {
            case Done<AccountId> done -> {
                Notice.done("accounts.password-set").on(redirect);
                yield Pages.next(START);
            }
            case Refused<AccountId>(var refusal) ->
                account.isPresent() && !refusal.code().equals("password.link_ended")
                        ? Retry.at("password", refusal, VIEW, model(token, account.get()))
                        : Pages.refused(refusal, START);
        };
    }
}
