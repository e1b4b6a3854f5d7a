package feiyan.orders.web;

import feiyan.menu.Menu;
import feiyan.menu.ProjectId;
import feiyan.orders.Draft;
import feiyan.orders.DraftMedia;
import feiyan.orders.DraftText;
import feiyan.orders.Drafts;
import feiyan.orders.Likely;
import feiyan.orders.OrderId;
import feiyan.orders.OrderView;
import feiyan.platform.Outcome;
import feiyan.platform.Refusal;
import feiyan.units.Actor;
import feiyan.units.UnitId;
import feiyan.units.Units;
import feiyan.web.Notice;
import feiyan.web.Pages;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The last step: one look at all of it, and at what is likely asked for already; then it is sent. */
@Controller
class DraftCheckPage {

    private final Drafts drafts;
    private final DraftMedia media;
    private final DraftPages pages;
    private final OrderFormReader reader;
    private final WishReader wishes;
    private final SentMedia sent;
    private final Likely likely;
    private final Menu menu;
    private final Units units;

    DraftCheckPage(
            Drafts drafts,
            DraftMedia media,
            DraftPages pages,
            OrderFormReader reader,
            WishReader wishes,
            SentMedia sent,
            Likely likely,
            Menu menu,
            Units units) {
        this.drafts = drafts;
        this.media = media;
        this.pages = pages;
        this.reader = reader;
        this.wishes = wishes;
        this.sent = sent;
        this.likely = likely;
        this.menu = menu;
        this.units = units;
    }

    @GetMapping("/orders/new/{id}/check")
    ModelAndView show(Actor actor, @PathVariable OrderId id) {
        return pages.of(actor, id, draft -> {
            var what = draft.text().what();
            if (!reader.what(what, sent.isSpoken(actor, id)).isEmpty()) {
                return Pages.next(DraftPages.path(id, "what"));
            }
            return reader.where(actor, draft.text().where()).isEmpty()
                    ? new ModelAndView("orders/new-check", summary(actor, draft))
                    : Pages.next(DraftPages.path(id, "where?again"));
        });
    }

    private Map<String, Object> summary(Actor actor, Draft draft) {
        var text = draft.text();
        var model = DraftPages.model(draft, text);
        model.put("window", OrderFormReader.slot(text.where()).orElseThrow());
        model.put("days", Days.read(text.where().day()).orElseThrow());
        model.put("station", station(actor, text.where().station()));
        model.put("projectName", project(actor, text.what().project()));
        model.put("named", wishes.known(actor, text.where()));
        model.put("media", media.of(actor, draft.id()));
        model.put("likely", asked(actor, text));
        return model;
    }

    private String station(Actor actor, @Nullable UnitId station) {
        return station == null
                ? ""
                : units.names(actor.county(), List.of(station)).getOrDefault(station, "");
    }

    private @Nullable String project(Actor actor, @Nullable ProjectId project) {
        return project == null
                ? null
                : menu.names(actor.county(), List.of(project)).get(project);
    }

    private List<OrderView> asked(Actor actor, DraftText text) {
        var project = text.what().project();
        return project == null
                ? List.of()
                : likely.asked(actor, project, text.where().phone());
    }

    /**
     * Sends it.
     *
     * @param seen the version that was looked at
     * @param another it is another matter than what was shown as likely the same
     */
    @PostMapping("/orders/new/{id}/sending")
    ModelAndView send(
            Actor actor,
            @PathVariable OrderId id,
            @RequestParam(defaultValue = "0") int seen,
            @RequestParam(defaultValue = "false") boolean another,
            RedirectAttributes redirect) {
        var urgent = new boolean[1];
        var placed = drafts.send(actor, id, seen, text -> {
            urgent[0] = text.where().urgent();
            return another || asked(actor, text).isEmpty()
                    ? reader.read(actor, text, sent.isSpoken(actor, id))
                    : Outcome.refused("draft.likely");
        });
        return switch (placed) {
            case Outcome.Done(var order) -> {
                Notice.done(urgent[0] ? "orders.placed.urgent" : "orders.placed")
                        .on(redirect);
                yield Pages.next("/orders/" + order.value());
            }
            case Outcome.Refused(var refusal) -> notSent(id, refusal);
        };
    }

    private static ModelAndView notSent(OrderId id, Refusal refusal) {
        return switch (refusal.code()) {
            case "order.placed_already" -> Pages.next("/orders/" + id.value());
            // the page itself shows what is missing, or what was asked for already
            case "draft.likely", "draft.incomplete" -> Pages.next(DraftPages.path(id, "check"));
            case "draft.gone" -> Pages.refused(refusal, "/orders/new");
            default -> Pages.refused(refusal, DraftPages.path(id, "check"));
        };
    }
}
