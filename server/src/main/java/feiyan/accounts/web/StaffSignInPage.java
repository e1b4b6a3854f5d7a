package feiyan.accounts.web;

import feiyan.accounts.AccountId;
import feiyan.accounts.Passwords;
import feiyan.accounts.Phone;
import feiyan.accounts.Visit;
import feiyan.platform.Outcome.Done;
import feiyan.platform.Outcome.Refused;
import feiyan.web.LocalPath;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Staff sign in with phone and password; the second step has pages of its own. */
@Controller
class StaffSignInPage {

    private static final String VIEW = "accounts/staff-sign-in";

    private final Passwords passwords;
    private final WayIn wayIn;

    StaffSignInPage(Passwords passwords, WayIn wayIn) {
        this.passwords = passwords;
        this.wayIn = wayIn;
    }

    @GetMapping("/staff/sign-in")
    ModelAndView password(@RequestParam(defaultValue = "/") String next) {
        return new ModelAndView(VIEW, Map.of("next", LocalPath.of(next), "phone", ""));
    }

    @PostMapping("/staff/sign-in")
    ModelAndView check(
            @RequestParam(defaultValue = "") String phone,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "/") String next,
            HttpServletRequest request,
            HttpServletResponse response) {
        var model = Map.of("next", LocalPath.of(next), "phone", phone);
        return switch (Phone.parseMobile(phone)) {
            case Refused<Phone>(var refusal) -> Retry.at("phone", refusal, VIEW, model);
            case Done<Phone>(var good) ->
                switch (passwords.check(good, password, Visit.of(request))) {
                    case Done<AccountId>(var account) ->
                        wayIn.proven(account, true, LocalPath.of(next), request, response);
                    case Refused<AccountId>(var refusal) ->
                        Retry.unlessThrottled("password", refusal, VIEW, model, "/staff/sign-in");
                };
        };
    }
}
