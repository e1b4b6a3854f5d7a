package feiyan.orders.web;

import feiyan.orders.OrderId;
import feiyan.orders.Orders;
import feiyan.orders.Rating;
import feiyan.units.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the requester does with an order: answers, calls it off, says how it went. */
@Controller
class RequesterActions {

    private final Orders orders;

    RequesterActions(Orders orders) {
        this.orders = orders;
    }

    @PostMapping("/orders/{id}/answer")
    ModelAndView answer(
            Actor actor,
            @PathVariable OrderId id,
            @RequestParam int version,
            @RequestParam String words,
            RedirectAttributes redirect) {
        return Answers.to(orders.answer(actor, id, version, words), id, "orders.answered", redirect);
    }

    @PostMapping("/orders/{id}/cancellation")
    ModelAndView cancel(
            Actor actor,
            @PathVariable OrderId id,
            @RequestParam int version,
            @RequestParam(required = false) @Nullable String words,
            RedirectAttributes redirect) {
        return Answers.to(orders.cancel(actor, id, version, words), id, "orders.cancelled", redirect);
    }

    @PostMapping("/orders/{id}/rating")
    ModelAndView rate(
            Actor actor,
            @PathVariable OrderId id,
            @RequestParam int version,
            @RequestParam boolean solved,
            @RequestParam(required = false) @Nullable Integer timeliness,
            @RequestParam(required = false) @Nullable Integer attitude,
            @RequestParam(required = false) @Nullable Integer quality,
            @RequestParam(required = false) @Nullable String words,
            RedirectAttributes redirect) {
        var rating = new Rating(
                solved, timeliness, attitude, quality, words, actor.isStaff() ? Rating.How.CALL_BACK : Rating.How.PAGE);
        return Answers.to(
                orders.rate(actor, id, version, rating), id, solved ? "orders.rated" : "orders.reopened", redirect);
    }
}
