package feiyan.orders.web;

import feiyan.orders.Draft;
import feiyan.orders.DraftText;
import feiyan.orders.Drafts;
import feiyan.orders.OrderId;
import feiyan.platform.Ids;
import feiyan.platform.Outcome;
import feiyan.units.Actor;
import feiyan.web.Notice;
import feiyan.web.Pages;
import java.util.HashMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where ordering begins: for whom it is; or goes on with what was begun. */
@Controller
class NewOrderPage {

    private static final String FOR_ME = "me";

    private final Drafts drafts;
    private final DraftPages pages;
    private final Acquaintance acquaintance;

    NewOrderPage(Drafts drafts, DraftPages pages, Acquaintance acquaintance) {
        this.drafts = drafts;
        this.pages = pages;
        this.acquaintance = acquaintance;
    }

    @GetMapping("/orders/new")
    ModelAndView whom(Actor actor) {
        var model = new HashMap<String, Object>();
        model.put("open", drafts.open(actor).orElse(null));
        model.put("others", acquaintance.others(actor));
        return new ModelAndView("orders/new-whom", model);
    }

    /**
     * Begins.
     *
     * @param whom {@value #FOR_ME}, an earlier order for the same person, or else somebody new
     * @param instead the draft that was shown and is not wanted any more
     */
    @PostMapping("/orders/new")
    ModelAndView begin(
            Actor actor,
            @RequestParam(defaultValue = FOR_ME) String whom,
            @RequestParam(required = false) @Nullable OrderId instead) {
        return switch (drafts.begin(actor, known(actor, whom), instead)) {
            case Outcome.Done(var draft) -> Pages.next(DraftPages.path(draft.id(), "what"));
            case Outcome.Refused<Draft> _ -> begun(actor);
        };
    }

    private DraftText known(Actor actor, String whom) {
        if (whom.equals(FOR_ME)) {
            return DraftText.begun(false, acquaintance.self(actor));
        }
        var earlier = Ids.parse(whom).flatMap(id -> acquaintance.recipient(actor, new OrderId(id)));
        return DraftText.begun(true, earlier.orElseGet(() -> acquaintance.somebody(actor)));
    }

    /** Pressed twice: there it is already. Otherwise she decides what becomes of the one that is open. */
    private ModelAndView begun(Actor actor) {
        return drafts.open(actor)
                .filter(open -> open.version() == 1)
                .map(open -> Pages.next(DraftPages.path(open.id(), "what")))
                .orElseGet(() -> Pages.next("/orders/new"));
    }

    /** On with the first step that was not finished. */
    @GetMapping("/orders/new/{id}")
    ModelAndView goOn(Actor actor, @PathVariable OrderId id) {
        return pages.of(actor, id, draft -> Pages.next(DraftPages.path(id, next(draft))));
    }

    private static String next(Draft draft) {
        return Optional.of(draft)
                .filter(it -> it.written().containsKey(Draft.Sheet.WHERE))
                .map(it -> "check")
                .orElse(draft.text().what().isBlank() ? "what" : "where");
    }

    @PostMapping("/orders/new/{id}/discarding")
    ModelAndView discard(Actor actor, @PathVariable OrderId id, RedirectAttributes redirect) {
        return switch (drafts.discard(actor, id)) {
            case Outcome.Done<OrderId> _ -> {
                Notice.done("form.discarded").on(redirect);
                yield Pages.next("/");
            }
            case Outcome.Refused(var refusal) -> Pages.refused(refusal, "/");
        };
    }
}
