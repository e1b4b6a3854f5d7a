package feiyan.dispatch.web;

import feiyan.dispatch.NoShows;
import feiyan.dispatch.OfferId;
import feiyan.dispatch.Offers;
import feiyan.dispatch.Recalls;
import feiyan.orders.OrderId;
import feiyan.units.Actor;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The unit asks no more: one, those who wait, or everybody; and "nobody came". */
@Controller
class RecallActions {

    private final Offers offers;
    private final Recalls recalls;
    private final NoShows noShows;

    RecallActions(Offers offers, Recalls recalls, NoShows noShows) {
        this.offers = offers;
        this.recalls = recalls;
        this.noShows = noShows;
    }

    /** Nobody answers, or the team that took it cannot come. */
    @PostMapping("/offers/{id}/withdrawal")
    ModelAndView withdraw(
            Actor actor, @PathVariable OfferId id, @RequestParam OrderId order, RedirectAttributes redirect) {
        return Back.to(roll(order), offers.withdraw(actor, id), "dispatch.withdrawn", redirect);
    }

    @PostMapping("/orders/{id}/waiting-withdrawal")
    ModelAndView waiting(Actor actor, @PathVariable OrderId id, RedirectAttributes redirect) {
        return Back.to(roll(id), recalls.waiting(actor, id), "dispatch.waiting.withdrawn", redirect);
    }

    /** On to the page that asks anew, since another time is what it is done for. */
    @PostMapping("/orders/{id}/fresh-start")
    ModelAndView everybody(
            Actor actor, @PathVariable OrderId id, @RequestParam int version, RedirectAttributes redirect) {
        var page = "/orders/%s/offers/new".formatted(id.value());
        return Back.to(page, recalls.everybody(actor, id, version), "dispatch.fresh_start.done", redirect);
    }

    @PostMapping("/orders/{id}/no-show")
    ModelAndView nobodyCame(
            Actor actor, @PathVariable OrderId id, @RequestParam int version, RedirectAttributes redirect) {
        return Back.to(
                "/orders/" + id.value(), noShows.nobodyCame(actor, id, version), "dispatch.nobody_came.done", redirect);
    }

    private static String roll(OrderId order) {
        return "/orders/%s/roll".formatted(order.value());
    }
}
