package feiyan.dispatch.web;

import feiyan.dispatch.OfferId;
import feiyan.dispatch.SuggestedChanges;
import feiyan.units.Actor;
import feiyan.web.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** After a no with its reason: what a volunteer may change with one tap, and undo. */
@Controller
class ChangePage {

    /** Where an answer in person comes from. */
    private static final String DAY = "/my-day";

    private final SuggestedChanges changes;

    ChangePage(SuggestedChanges changes) {
        this.changes = changes;
    }

    /** Where nothing is left to suggest: on to what is. */
    @GetMapping("/offers/{id}/change")
    ModelAndView show(Actor actor, @PathVariable OfferId id) {
        if (!changes.declinedBy(actor, id)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return changes.of(actor, id)
                .map(shown -> new ModelAndView("dispatch/change", "shown", ChangeShown.of(shown)))
                .orElseGet(() -> Pages.next(DAY));
    }

    @PostMapping("/offers/{id}/change")
    ModelAndView take(Actor actor, @PathVariable OfferId id, RedirectAttributes redirect) {
        return Back.to(page(id), changes.take(actor, id), "change.taken", redirect);
    }

    @PostMapping("/offers/{id}/change/withdrawal")
    ModelAndView undo(Actor actor, @PathVariable OfferId id, RedirectAttributes redirect) {
        return Back.to(page(id), changes.undo(actor, id), "change.undone", redirect);
    }

    private static String page(OfferId id) {
        return "/offers/" + id.value() + "/change";
    }
}
