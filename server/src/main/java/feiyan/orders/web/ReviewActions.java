package feiyan.orders.web;

import feiyan.menu.ProjectId;
import feiyan.orders.OrderId;
import feiyan.orders.RefusalReason;
import feiyan.orders.Review;
import feiyan.units.Actor;
import feiyan.units.UnitId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a unit does with an order on its desk. */
@Controller
class ReviewActions {

    private final Review review;
    private final Phrases phrases;
    private final DeskAnswers answers;

    ReviewActions(Review review, Phrases phrases, DeskAnswers answers) {
        this.review = review;
        this.phrases = phrases;
        this.answers = answers;
    }

    /** @param suggested by one of the buttons above the list; it goes before what the list says */
    @PostMapping("/orders/{id}/approval")
    ModelAndView approve(
            Actor actor,
            @PathVariable OrderId id,
            @RequestParam int version,
            @RequestParam(required = false) @Nullable ProjectId project,
            @RequestParam(required = false) @Nullable ProjectId suggested,
            @ModelAttribute Onward onward,
            RedirectAttributes redirect) {
        var approved = review.approve(actor, id, version, suggested == null ? project : suggested);
        return answers.to(actor, approved, id, onward, "orders.approved", redirect);
    }

    @PostMapping("/orders/{id}/resolution")
    ModelAndView resolve(
            Actor actor,
            @PathVariable OrderId id,
            @RequestParam int version,
            @RequestParam String words,
            @RequestParam(required = false) @Nullable Integer phrase,
            @ModelAttribute Onward onward,
            RedirectAttributes redirect) {
        var said = phrases.said(Phrases.Act.RESOLVE, words, phrase);
        return answers.to(actor, review.resolve(actor, id, version, said), id, onward, "orders.resolved", redirect);
    }

    @PostMapping("/orders/{id}/escalation")
    ModelAndView escalate(
            Actor actor,
            @PathVariable OrderId id,
            @RequestParam int version,
            @RequestParam UnitId to,
            @RequestParam(required = false) @Nullable String words,
            @ModelAttribute Onward onward,
            RedirectAttributes redirect) {
        var passed = review.escalate(actor, id, version, to, words);
        return answers.to(actor, passed, id, onward, "orders.escalated", redirect);
    }

    @PostMapping("/orders/{id}/hand-down")
    ModelAndView handDown(
            Actor actor,
            @PathVariable OrderId id,
            @RequestParam int version,
            @RequestParam UnitId to,
            @RequestParam(required = false) @Nullable String words,
            @ModelAttribute Onward onward,
            RedirectAttributes redirect) {
        var passed = review.handDown(actor, id, version, to, words);
        return answers.to(actor, passed, id, onward, "desk.handed_down", redirect);
    }

    @PostMapping("/orders/{id}/question")
    ModelAndView askBack(
            Actor actor,
            @PathVariable OrderId id,
            @RequestParam int version,
            @RequestParam String words,
            @RequestParam(required = false) @Nullable Integer phrase,
            @ModelAttribute Onward onward,
            RedirectAttributes redirect) {
        var said = phrases.said(Phrases.Act.ASK, words, phrase);
        return answers.to(actor, review.askBack(actor, id, version, said), id, onward, "orders.asked", redirect);
    }

    @PostMapping("/orders/{id}/refusal")
    ModelAndView refuse(
            Actor actor,
            @PathVariable OrderId id,
            @RequestParam int version,
            @RequestParam RefusalReason reason,
            @RequestParam String words,
            @RequestParam(required = false) @Nullable Integer phrase,
            @ModelAttribute Onward onward,
            RedirectAttributes redirect) {
        var said = phrases.said(Phrases.Act.REFUSE, words, phrase);
        var refused = review.refuse(actor, id, version, phrases.reason(reason, words, phrase), said);
        return answers.to(actor, refused, id, onward, "orders.refused", redirect);
    }
}
