package feiyan.privacy.web;

import feiyan.accounts.Purpose;
import feiyan.privacy.PersonalConsents;
import feiyan.units.Actor;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One consent: given after its words were read, taken back after what follows was read. */
@Controller
@RequestMapping("/my-data/consents/{purpose}")
class ConsentPage {

    private static final String BACK = "/my-data#consents";

    private final PersonalConsents consents;

    ConsentPage(PersonalConsents consents) {
        this.consents = consents;
    }

    @GetMapping
    ModelAndView show(Actor actor, @PathVariable String purpose) {
        var known = known(purpose);
        var agreed = MyDataPage.Agreed.of(known, consents.history(actor));
        return new ModelAndView("privacy/consent").addObject("one", agreed);
    }

    @PostMapping
    ModelAndView give(Actor actor, @PathVariable String purpose, RedirectAttributes redirect) {
        return Told.done(consents.give(actor, known(purpose)), "mydata.consent.given", redirect, BACK);
    }

    @PostMapping("/withdrawal")
    ModelAndView withdraw(Actor actor, @PathVariable String purpose, RedirectAttributes redirect) {
        return Told.done(consents.withdraw(actor, known(purpose)), "mydata.consent.withdrawn", redirect, BACK);
    }

    static Purpose known(String code) {
        return Purpose.of(code).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
