package feiyan.orders.web;

import feiyan.orders.OrderBook;
import feiyan.orders.OrderId;
import feiyan.orders.Orders;
import feiyan.orders.Rating;
import feiyan.orders.State;
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
    private final OrderBook book;

    RequesterActions(Orders orders, OrderBook book) {
        this.orders = orders;
        this.book = book;
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
        var rating = new Rating(solved, timeliness, attitude, quality, words, Rating.How.PAGE);
        var rated = orders.rate(actor, id, version, rating);
        return Answers.to(rated, id, solved ? "orders.rated" : notSolved(actor, id), redirect);
    }

    /** Back for another round, or, after two, the way to complain. */
    private String notSolved(Actor actor, OrderId id) {
        boolean over = book.find(actor, id)
                .filter(order -> order.state() == State.CLOSED)
                .isPresent();
        return over ? "orders.complain" : "orders.reopened";
    }
}
