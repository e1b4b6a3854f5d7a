package feiyan.orders.web;

import feiyan.orders.Draft;
import feiyan.orders.DraftText;
import feiyan.orders.Drafts;
import feiyan.orders.OrderBook;
import feiyan.orders.OrderId;
import feiyan.platform.Ids;
import feiyan.platform.Refusal;
import feiyan.units.Actor;
import feiyan.web.Pages;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** What the steps of ordering have in common: whose draft it is, and what happens where another window was faster. */
@Component
class DraftPages {

    private final Drafts drafts;
    private final OrderBook book;

    DraftPages(Drafts drafts, OrderBook book) {
        this.drafts = drafts;
        this.book = book;
    }

    static String path(OrderId draft, String step) {
        return "/orders/new/" + draft.value() + "/" + step;
    }

    /** The page of a draft; where it is sent already, the order's. */
    ModelAndView of(Actor actor, OrderId id, Function<Draft, ModelAndView> page) {
        return drafts.find(actor, id).map(page).orElseGet(() -> gone(actor, id));
    }

    private ModelAndView gone(Actor actor, OrderId id) {
        return book.find(actor, id).isPresent()
                ? Pages.next("/orders/" + id.value())
                : Pages.refused(Refusal.of("draft.gone"), "/orders/new");
    }

    /** What each step needs to be shown, and to be known again when it comes back. */
    static Map<String, Object> model(Draft draft, DraftText text) {
        var model = new HashMap<String, Object>();
        model.put("draft", draft);
        model.put("form", text);
        model.put("leaf", Ids.next());
        model.put("path", "/orders/new/" + draft.id().value());
        return model;
    }

    /**
     * What was typed is not taken, for another window has written since; and it is not lost, for the same page shows it
     * again, with a way to either.
     */
    ModelAndView refused(Actor actor, OrderId id, Refusal refusal, Function<Draft, ModelAndView> again) {
        return refusal.code().equals("draft.elsewhere")
                ? of(actor, id, again.andThen(DraftPages::elsewhere))
                : gone(actor, id);
    }

    private static ModelAndView elsewhere(ModelAndView page) {
        page.setStatus(HttpStatus.CONFLICT);
        return page.addObject("elsewhere", true);
    }
}
