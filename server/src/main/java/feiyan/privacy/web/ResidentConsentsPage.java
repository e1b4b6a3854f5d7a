package feiyan.privacy.web;

import feiyan.accounts.Consent.How;
import feiyan.accounts.PersonId;
import feiyan.accounts.Persons;
import feiyan.platform.Outcome.Done;
import feiyan.platform.Outcome.Refused;
import feiyan.privacy.PersonalConsents;
import feiyan.units.Actor;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Whether a resident's consents stand, for the station that needs them; what was said or signed is written down. */
@Controller
@RequestMapping("/residents/{person}/consents")
class ResidentConsentsPage {

    private static final List<How> AT_THE_DESK = List.of(How.PAPER, How.SPOKEN);

    private final PersonalConsents consents;
    private final Persons persons;

    ResidentConsentsPage(PersonalConsents consents, Persons persons) {
        this.consents = consents;
        this.persons = persons;
    }

    @GetMapping
    ModelAndView show(Actor actor, @PathVariable UUID person) {
        var who = new PersonId(person);
        var found =
                persons.find(actor.county(), who).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return switch (consents.history(actor, who)) {
            // as where nobody has this id: not even that is told
            case Refused(var refusal) -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
            case Done(var history) ->
                new ModelAndView("privacy/resident-consents")
                        .addObject("who", found)
                        .addObject("ways", AT_THE_DESK)
                        .addObject("agreed", MyDataPage.Agreed.all(history));
        };
    }

    @PostMapping("/{purpose}")
    ModelAndView note(
            Actor actor,
            @PathVariable UUID person,
            @PathVariable String purpose,
            @RequestParam(defaultValue = "PAGE") How how,
            @RequestParam(defaultValue = "") String guardian,
            RedirectAttributes redirect) {
        var noted = consents.note(actor, new PersonId(person), ConsentPage.known(purpose), how, guardian);
        return Told.done(noted, "mydata.consent.noted", redirect, path(person));
    }

    @PostMapping("/{purpose}/withdrawal")
    ModelAndView withdraw(
            Actor actor, @PathVariable UUID person, @PathVariable String purpose, RedirectAttributes redirect) {
        var withdrawn = consents.withdrawFor(actor, new PersonId(person), ConsentPage.known(purpose));
        return Told.done(withdrawn, "mydata.consent.withdrawn", redirect, path(person));
    }

    private static String path(UUID person) {
        return "/residents/" + person + "/consents";
    }
}
