package feiyan.orders.web;

import feiyan.menu.ProjectId;
import feiyan.orders.OrderId;
import feiyan.orders.RefusalReason;
import feiyan.orders.Review;
import feiyan.units.Actor;
import feiyan.units.UnitId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a unit does with an order on its desk. */
@Controller
class ReviewActions {

    private final Review review;

    ReviewActions(Review review) {
        this.review = review;
    }

    @PostMapping("/orders/{id}/approval")
    ModelAndView approve(
            Actor actor,
            @PathVariable OrderId id,
            @RequestParam int version,
            @RequestParam(required = false) @Nullable ProjectId project,
            RedirectAttributes redirect) {
        return Answers.to(review.approve(actor, id, version, project), id, "orders.approved", redirect);
    }

    @PostMapping("/orders/{id}/resolution")
    ModelAndView resolve(
            Actor actor,
            @PathVariable OrderId id,
            @RequestParam int version,
            @RequestParam String words,
            RedirectAttributes redirect) {
        return Answers.to(review.resolve(actor, id, version, words), id, "orders.resolved", redirect);
    }

    @PostMapping("/orders/{id}/escalation")
    ModelAndView escalate(
            Actor actor,
            @PathVariable OrderId id,
            @RequestParam int version,
            @RequestParam UnitId to,
            @RequestParam(required = false) @Nullable String words,
            RedirectAttributes redirect) {
        return Answers.to(review.escalate(actor, id, version, to, words), id, "orders.escalated", redirect);
    }

    @PostMapping("/orders/{id}/question")
    ModelAndView askBack(
            Actor actor,
            @PathVariable OrderId id,
            @RequestParam int version,
            @RequestParam String words,
            RedirectAttributes redirect) {
        return Answers.to(review.askBack(actor, id, version, words), id, "orders.asked", redirect);
    }

    @PostMapping("/orders/{id}/refusal")
    ModelAndView refuse(
            Actor actor,
            @PathVariable OrderId id,
            @RequestParam int version,
            @RequestParam RefusalReason reason,
            @RequestParam String words,
            RedirectAttributes redirect) {
        return Answers.to(review.refuse(actor, id, version, reason, words), id, "orders.refused", redirect);
    }
}
