package feiyan.dispatch.web;

import feiyan.accounts.PersonId;
import feiyan.dispatch.Answers;
import feiyan.dispatch.OfferId;
import feiyan.dispatch.SeatId;
import feiyan.dispatch.Seats;
import feiyan.dispatch.Swaps;
import feiyan.units.Actor;
import feiyan.web.Mistakes;
import feiyan.web.Pages;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who of the team goes: put on, taken off, swapped; and the whole order given back. */
@Controller
class LeaderActions {

    private final Seats seats;
    private final Swaps swaps;
    private final Answers answers;
    private final OfferModel offer;

    LeaderActions(Seats seats, Swaps swaps, Answers answers, OfferModel offer) {
        this.seats = seats;
        this.swaps = swaps;
        this.answers = answers;
        this.offer = offer;
    }

    @PostMapping("/offers/{id}/seats")
    ModelAndView put(
            Actor actor,
            @PathVariable OfferId id,
            @RequestParam(defaultValue = "") Set<PersonId> member,
            RedirectAttributes redirect) {
        var model = offer.of(actor, id);
        int open = model.get("open") instanceof Integer seats ? seats : 0;
        if (member.isEmpty() || (member.size() > open && open > 0)) {
            var mistakes = new Mistakes();
            if (member.isEmpty()) {
                mistakes.add("members", "dispatch.members.nobody");
            } else {
                mistakes.add("members", "dispatch.members.too_many", open);
            }
            return Pages.again(OfferModel.VIEW, mistakes, model);
        }
        return Back.to(page(id), seats.put(actor, id, member), "dispatch.put_on", redirect);
    }

    /** Another member goes instead. */
    @PostMapping("/seats/{id}/swap")
    ModelAndView swap(
            Actor actor,
            @PathVariable SeatId id,
            @RequestParam OfferId offer,
            @RequestParam PersonId instead,
            RedirectAttributes redirect) {
        return Back.to(page(offer), swaps.swap(actor, id, instead), "dispatch.swapped", redirect);
    }

    /** A member cannot come, and nobody is sent instead yet. */
    @PostMapping("/seats/{id}/removal")
    ModelAndView remove(
            Actor actor,
            @PathVariable SeatId id,
            @RequestParam OfferId offer,
            @RequestParam(required = false) @Nullable ReturnReason reason,
            RedirectAttributes redirect) {
        var code = reason == null ? null : reason.code();
        return Back.to(page(offer), seats.giveBack(actor, id, code), "dispatch.taken_off", redirect);
    }

    @PostMapping("/offers/{id}/return")
    ModelAndView giveBack(
            Actor actor,
            @PathVariable OfferId id,
            @RequestParam(required = false) @Nullable ReturnReason reason,
            RedirectAttributes redirect) {
        var code = reason == null ? null : reason.code();
        return Back.to("/team-offers", answers.giveBack(actor, id, code), "dispatch.given_back", redirect);
    }

    private static String page(OfferId id) {
        return "/offers/" + id.value();
    }
}
