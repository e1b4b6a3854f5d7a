package feiyan.units.web;

import feiyan.accounts.Phone;
import feiyan.platform.Outcome;
import feiyan.units.Actor;
import feiyan.units.NewUnit;
import feiyan.units.UnitChanges;
import feiyan.units.UnitId;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A unit's name, phone and sub-units. */
@Controller
@RequestMapping("/admin/units/{id}")
class UnitPage {

    private final UnitView view;
    private final UnitChanges changes;

    UnitPage(UnitView view, UnitChanges changes) {
        this.view = view;
        this.changes = changes;
    }

    @GetMapping
    ModelAndView show(Actor actor, @PathVariable UnitId id) {
        return view.of(actor, id);
    }

    @PostMapping("/name")
    ModelAndView rename(Actor actor, @PathVariable UnitId id, @RequestParam String name, RedirectAttributes redirect) {
        var page = view.of(actor, id);
        return Answers.typed(
                changes.rename(actor, id, name), "name", page, "units.unit.renamed", redirect, UnitView.path(id));
    }

    @PostMapping("/phone")
    ModelAndView phone(Actor actor, @PathVariable UnitId id, @RequestParam String phone, RedirectAttributes redirect) {
        var page = view.of(actor, id);
        Outcome<UnitId> outcome = phone.isBlank()
                ? changes.setPhone(actor, id, null)
                : Phone.parse(phone).then(good -> changes.setPhone(actor, id, good.digits()));
        return Answers.typed(outcome, "phone", page, "units.unit.phone_set", redirect, UnitView.path(id));
    }

    @PostMapping("/units")
    ModelAndView open(Actor actor, @PathVariable UnitId id, @RequestParam String newUnit, RedirectAttributes redirect) {
        var page = view.of(actor, id);
        var outcome = changes.open(actor, id, NewUnit.named(newUnit));
        return Answers.typed(outcome, "newUnit", page, "units.unit.opened", redirect, UnitView.path(id));
    }

    @PostMapping("/closure")
    ModelAndView close(Actor actor, @PathVariable UnitId id, RedirectAttributes redirect) {
        return switch (changes.close(actor, id)) {
            case Outcome.Done<UnitId> done -> Answers.done(done, "units.unit.closed", redirect, "/admin/units");
            case Outcome.Refused<UnitId>(var refusal) -> Answers.refused(refusal, UnitView.path(id));
        };
    }
}
