package feiyan.orders.web;

import feiyan.accounts.PersonId;
import feiyan.accounts.Persons;
import feiyan.orders.HouseholdCard;
import feiyan.orders.HouseholdCards;
import feiyan.platform.Outcome;
import feiyan.units.Actor;
import feiyan.units.Unit;
import feiyan.units.Units;
import feiyan.web.Notice;
import feiyan.web.Pages;
import feiyan.web.QrCode;
import java.util.HashMap;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The card of a household without a telephone: made, replaced, printed. */
@Controller
class HouseholdCardPage {

    private final HouseholdCards cards;
    private final Persons persons;
    private final Units units;

    HouseholdCardPage(HouseholdCards cards, Persons persons, Units units) {
        this.cards = cards;
        this.persons = persons;
        this.units = units;
    }

    @GetMapping("/household-cards/{person}")
    ModelAndView show(Actor actor, @PathVariable PersonId person) {
        var card = card(actor, person);
        var involved = Stream.of(card.issuedBy(), card.printedBy())
                .filter(Objects::nonNull)
                .toList();
        var model = new HashMap<String, Object>();
        model.put("card", card);
        model.put("people", persons.names(actor.county(), involved));
        model.put("station", station(actor, card));
        return new ModelAndView("orders/card", model);
    }

    @PostMapping("/household-cards/{person}")
    ModelAndView issue(
            Actor actor, @PathVariable PersonId person, @RequestParam int number, RedirectAttributes redirect) {
        var page = "/household-cards/" + person.value();
        return switch (cards.issue(actor, person, number)) {
            case Outcome.Refused(var refusal) -> Pages.refused(refusal, page);
            case Outcome.Done(var card) -> {
                Notice.done(card.number() == 1 ? "card.issued" : "card.replaced")
                        .on(redirect);
                yield Pages.next(page);
            }
        };
    }

    /** A POST, since each printing is written down; what it answers is the card itself. */
    @PostMapping("/household-cards/{person}/prints")
    ModelAndView print(Actor actor, @PathVariable PersonId person) {
        var card = card(actor, person);
        return switch (cards.print(actor, person)) {
            case Outcome.Refused(var refusal) -> Pages.refused(refusal, "/household-cards/" + person.value());
            case Outcome.Done(var code) -> {
                var model = new HashMap<String, Object>();
                model.put("card", card);
                model.put("family", card.name().substring(0, card.name().offsetByCodePoints(0, 1)));
                model.put("code", code);
                model.put("qr", QrCode.of(link(code)));
                model.put("station", station(actor, card));
                yield new ModelAndView("orders/card-print", model);
            }
        };
    }

    private static String link(String code) {
        return ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/check-in")
                .queryParam("code", code)
                .toUriString();
    }

    private HouseholdCard card(Actor actor, PersonId person) {
        return cards.of(actor, person).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private @Nullable Unit station(Actor actor, HouseholdCard card) {
        return units.find(actor.county(), card.station()).orElse(null);
    }
}
