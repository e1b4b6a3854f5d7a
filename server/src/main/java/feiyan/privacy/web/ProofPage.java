package feiyan.privacy.web;

import feiyan.accounts.AccountId;
import feiyan.accounts.Proof;
import feiyan.accounts.SignedIn;
import feiyan.platform.Outcome.Done;
import feiyan.platform.Outcome.Refused;
import feiyan.web.LocalPath;
import feiyan.web.Mistakes;
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

/** Before something that cannot be taken back or that carries everything away: who is here? */
@Controller
@RequestMapping("/my-data/proof")
class ProofPage {

    private static final String VIEW = "privacy/proof";

    private final Proof proof;

    ProofPage(Proof proof) {
        this.proof = proof;
    }

    @GetMapping
    ModelAndView ask(@AuthenticationPrincipal SignedIn who, @RequestParam(defaultValue = "/my-data") String next) {
        return new ModelAndView(VIEW, model(who.account(), next, proof.isBySecondStep(who.account())));
    }

    @PostMapping
    ModelAndView send(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam(defaultValue = "/my-data") String next,
            HttpServletRequest request) {
        return switch (proof.send(who.account(), request)) {
            case Refused<?>(var refusal) -> Pages.refused(refusal, "/my-data");
            case Done<?> _ -> new ModelAndView(VIEW, model(who.account(), next, true));
        };
    }

    @PostMapping("/code")
    ModelAndView check(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam(defaultValue = "/my-data") String next,
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request) {
        return switch (proof.check(who.account(), code, request)) {
            case Refused<?>(var refusal) ->
                Pages.again(
                        VIEW,
                        new Mistakes()
                                .add(
                                        "code",
                                        "refusal." + refusal.code(),
                                        refusal.args().toArray()),
                        model(who.account(), next, true));
            case Done<?> _ -> Pages.next(LocalPath.of(next));
        };
    }

    private Map<String, ?> model(AccountId account, String next, boolean sent) {
        return Map.of(
                "next",
                LocalPath.of(next),
                "sent",
                sent,
                "secondStep",
                proof.isBySecondStep(account),
                "phone",
                proof.maskedPhone(account));
    }
}
