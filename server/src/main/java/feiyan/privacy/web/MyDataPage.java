package feiyan.privacy.web;

import feiyan.accounts.Consent;
import feiyan.accounts.Person;
import feiyan.accounts.Persons;
import feiyan.accounts.Proof;
import feiyan.accounts.Purpose;
import feiyan.accounts.SignedIn;
import feiyan.privacy.CorrectionDesk;
import feiyan.privacy.Deletions;
import feiyan.privacy.PersonalConsents;
import feiyan.units.Actor;
import feiyan.units.Homes;
import feiyan.units.Unit;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** What is held about somebody and why, and everything they may do about it. */
@Controller
class MyDataPage {

    private final Persons persons;
    private final Homes homes;
    private final PersonalConsents consents;
    private final CorrectionDesk corrections;
    private final Deletions deletions;
    private final Proof proof;

    MyDataPage(
            Persons persons,
            Homes homes,
            PersonalConsents consents,
            CorrectionDesk corrections,
            Deletions deletions,
            Proof proof) {
        this.persons = persons;
        this.homes = homes;
        this.consents = consents;
        this.corrections = corrections;
        this.deletions = deletions;
        this.proof = proof;
    }

    /**
     * A purpose as the page shows it.
     *
     * @param standing null where nothing stands
     */
    record Agreed(Purpose purpose, @Nullable Consent standing, List<Consent> past) {

        static Agreed of(Purpose purpose, List<Consent> history) {
            var own = history.stream()
                    .filter(consent -> consent.purpose() == purpose)
                    .toList();
            return new Agreed(
                    purpose,
                    own.stream().filter(Consent::stands).findFirst().orElse(null),
                    own.stream().filter(consent -> !consent.stands()).toList());
        }

        /** A guardian's word is shown where there is or was one. */
        boolean isShown() {
            return !purpose.isGuardians() || standing != null || !past.isEmpty();
        }

        static List<Agreed> all(List<Consent> history) {
            return Arrays.stream(Purpose.values())
                    .map(purpose -> of(purpose, history))
                    .toList();
        }
    }

    @GetMapping("/my-data")
    ModelAndView show(Actor actor, @AuthenticationPrincipal SignedIn who) {
        var page = new ModelAndView("privacy/my-data");
        persons.find(actor.county(), actor.person()).map(Person::name).ifPresent(name -> page.addObject("name", name));
        homes.of(actor.county(), actor.person()).map(Unit::name).ifPresent(home -> page.addObject("station", home));
        deletions.open(actor).ifPresent(open -> page.addObject("deletion", open));
        return page.addObject("phone", proof.maskedPhone(who.account()))
                .addObject(
                        "agreed",
                        Agreed.all(consents.history(actor)).stream()
                                .filter(Agreed::isShown)
                                .toList())
                .addObject("asked", corrections.asked(actor));
    }
}
