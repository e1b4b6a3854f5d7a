package feiyan.privacy.web;

import feiyan.accounts.Person;
import feiyan.accounts.Persons;
import feiyan.accounts.Phone;
import feiyan.accounts.Proof;
import feiyan.accounts.SignInCodes;
import feiyan.accounts.SignedIn;
import feiyan.accounts.Stays;
import feiyan.accounts.Visit;
import feiyan.platform.Outcome;
import feiyan.platform.Outcome.Done;
import feiyan.platform.Outcome.Refused;
import feiyan.privacy.CorrectionDesk;
import feiyan.privacy.OwnCorrections;
import feiyan.units.Actor;
import feiyan.web.Pages;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is wrong about somebody: the name and the number they put right themselves, the rest they ask the station. */
@Controller
@RequestMapping("/my-data/correction")
class CorrectionPage {

    private static final String VIEW = "privacy/correction";
    private static final String BACK = "/my-data";
    private static final String PROOF = "/my-data/proof?next=/my-data/correction";

    private final Persons persons;
    private final OwnCorrections own;
    private final CorrectionDesk desk;
    private final SignInCodes codes;
    private final Proof proof;
    private final FieldChoices choices;

    CorrectionPage(
            Persons persons,
            OwnCorrections own,
            CorrectionDesk desk,
            SignInCodes codes,
            Proof proof,
            FieldChoices choices) {
        this.persons = persons;
        this.own = own;
        this.desk = desk;
        this.codes = codes;
        this.proof = proof;
        this.choices = choices;
    }

    @GetMapping
    ModelAndView show(Actor actor, HttpServletRequest request) {
        var name = persons.find(actor.county(), actor.person()).map(Person::name);
        return page(actor, name.orElse(""), "", CorrectionDesk.OTHER, "").addObject("proven", proof.isFresh(request));
    }

    private ModelAndView page(Actor actor, String name, String phone, String field, String wish) {
        List<String> fields =
                new ArrayList<>(desk.now(actor.county(), actor.person()).keySet());
        fields.add(CorrectionDesk.OTHER);
        return new ModelAndView(VIEW)
                .addObject("name", name)
                .addObject("newPhone", phone)
                .addObject("fields", choices.of(fields))
                .addObject("chosen", field)
                .addObject("wish", wish);
    }

    @PostMapping("/name")
    ModelAndView rename(Actor actor, @RequestParam(defaultValue = "") String name, RedirectAttributes redirect) {
        var renamed = own.rename(actor, name);
        return renamed instanceof Refused<?>(var refusal) && refusal.code().startsWith("name.")
                ? Told.again(page(actor, name, "", CorrectionDesk.OTHER, ""), "name", refusal)
                : Told.done(renamed, "mydata.correction.named", redirect, BACK);
    }

    @PostMapping("/phone")
    ModelAndView send(
            Actor actor,
            @AuthenticationPrincipal SignedIn who,
            @RequestParam(defaultValue = "") String newPhone,
            HttpServletRequest request) {
        if (!proof.isFresh(request)) {
            return Pages.next(PROOF);
        }
        return switch (Phone.parseMobile(newPhone)) {
            case Refused<Phone>(var refusal) -> {
                var name = persons.find(actor.county(), actor.person()).map(Person::name);
                var again = page(actor, name.orElse(""), newPhone, CorrectionDesk.OTHER, "");
                yield Told.again(again.addObject("proven", true), "newPhone", refusal);
            }
            case Done<Phone>(var phone) -> sent(codes.send(phone, who.account().value(), Visit.of(request)));
        };
    }

    private static ModelAndView sent(Outcome<Phone> sent) {
        return switch (sent) {
            case Refused<Phone>(var refusal) -> Told.refused(refusal, "/my-data/correction");
            case Done<Phone>(var phone) -> code(phone);
        };
    }

    private static ModelAndView code(Phone phone) {
        return new ModelAndView("privacy/new-phone")
                .addObject("newPhone", phone.digits())
                .addObject("masked", phone.masked());
    }

    @PostMapping("/phone/code")
    ModelAndView change(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam(defaultValue = "") String newPhone,
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        if (!proof.isFresh(request)) {
            return Pages.next(PROOF);
        }
        return switch (Phone.parseMobile(newPhone)) {
            case Refused<Phone>(var refusal) -> Told.refused(refusal, "/my-data/correction");
            case Done<Phone>(var phone) -> {
                var changed = own.newPhone(who, Stays.here(request), phone, code);
                yield changed instanceof Refused<?>(var refusal)
                                && refusal.code().equals("sign_in.code_wrong")
                        ? Told.again(code(phone), "code", refusal)
                        : Told.done(changed, "mydata.correction.phoned", redirect, BACK);
            }
        };
    }

    @PostMapping("/request")
    ModelAndView ask(
            Actor actor,
            @RequestParam(defaultValue = CorrectionDesk.OTHER) String field,
            @RequestParam(defaultValue = "") String wish,
            RedirectAttributes redirect) {
        var asked = desk.ask(actor, field, wish);
        var name = persons.find(actor.county(), actor.person()).map(Person::name);
        return asked instanceof Refused<?>(var refusal) && refusal.code().equals("correction.words")
                ? Told.again(page(actor, name.orElse(""), "", field, wish), "wish", refusal)
                : Told.done(asked, "mydata.correction.asked", redirect, BACK);
    }
}
