package feiyan.orders.web;

import feiyan.menu.ProjectId;
import feiyan.orders.DraftText;
import feiyan.orders.Drafts;
import feiyan.orders.OrderId;
import feiyan.platform.Outcome;
import feiyan.units.Actor;
import feiyan.web.Pages;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What is asked about the words of a need before it goes on: is it a danger, is it one of these? */
@Controller
class DraftQuestionsPage {

    private final Drafts drafts;
    private final DraftPages pages;
    private final Hearing hearing;

    DraftQuestionsPage(Drafts drafts, DraftPages pages, Hearing hearing) {
        this.drafts = drafts;
        this.pages = pages;
        this.hearing = hearing;
    }

    @GetMapping("/orders/new/{id}/danger")
    ModelAndView danger(Actor actor, @PathVariable OrderId id) {
        return question(actor, id, "orders/new-danger");
    }

    /** She says that it is none: the order goes on, and is urgent only where she says so. */
    @PostMapping("/orders/new/{id}/danger")
    ModelAndView noDanger(Actor actor, @PathVariable OrderId id) {
        return decided(actor, id, DraftText.What::calmed);
    }

    @GetMapping("/orders/new/{id}/which")
    ModelAndView which(Actor actor, @PathVariable OrderId id) {
        return question(actor, id, "orders/new-which");
    }

    @PostMapping("/orders/new/{id}/which")
    ModelAndView choose(
            Actor actor, @PathVariable OrderId id, @RequestParam(required = false) @Nullable ProjectId project) {
        return decided(actor, id, what -> project == null ? what.takenAsSaid() : what.choosing(project));
    }

    private ModelAndView question(Actor actor, OrderId id, String view) {
        return pages.of(actor, id, draft -> {
            var model = DraftPages.model(draft, draft.text());
            model.put("heard", hearing.hear(actor.county(), draft.text().what().need()));
            return new ModelAndView(view, model);
        });
    }

    private ModelAndView decided(Actor actor, OrderId id, UnaryOperator<DraftText.What> decision) {
        return switch (drafts.decide(actor, id, decision)) {
            case Outcome.Done(var draft) ->
                Pages.next(DraftPages.path(
                        id, hearing.next(actor.county(), draft.text().what())));
            case Outcome.Refused(var refusal) ->
                pages.refused(actor, id, refusal, draft -> Pages.next(DraftPages.path(id, "what")));
        };
    }
}
