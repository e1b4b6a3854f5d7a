package feiyan.orders.web;

import feiyan.orders.DayPart;
import feiyan.orders.Draft;
import feiyan.orders.Draft.Sheet;
import feiyan.orders.DraftText;
import feiyan.orders.Drafts;
import feiyan.orders.OrderId;
import feiyan.platform.Outcome;
import feiyan.units.Actor;
import feiyan.units.Stations;
import feiyan.web.Mistakes;
import feiyan.web.NotThere;
import feiyan.web.Pages;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The second step: when it suits, where, for whom, and who should come if it can be. */
@Controller
class DraftWherePage {

    private final Drafts drafts;
    private final DraftPages pages;
    private final OrderFormReader reader;
    private final WishReader wishes;
    private final Stations stations;
    private final InstantSource clock;

    DraftWherePage(
            Drafts drafts,
            DraftPages pages,
            OrderFormReader reader,
            WishReader wishes,
            Stations stations,
            InstantSource clock) {
        this.drafts = drafts;
        this.pages = pages;
        this.reader = reader;
        this.wishes = wishes;
        this.stations = stations;
        this.clock = clock;
    }

    /** @param again sent back from the last step: what is to be put right is shown at once */
    @GetMapping("/orders/new/{id}/where")
    ModelAndView show(Actor actor, @PathVariable OrderId id, @RequestParam(required = false) @Nullable String again) {
        return pages.of(
                actor,
                id,
                draft -> page(
                        actor,
                        draft,
                        draft.text(),
                        again == null
                                ? new Mistakes()
                                : reader.where(actor, draft.text().where())));
    }

    private ModelAndView page(Actor actor, Draft draft, DraftText text, Mistakes mistakes) {
        var model = DraftPages.model(draft, text);
        model.put("townships", stations.byInstitute(actor.county()));
        model.put("days", Days.from(clock.instant()));
        model.put("parts", DayPart.values());
        model.put("cameBefore", wishes.cameBefore(actor));
        return mistakes.isEmpty()
                ? new ModelAndView("orders/new-where", model)
                : Pages.again("orders/new-where", mistakes, model);
    }

    @PostMapping("/orders/new/{id}/where")
    ModelAndView say(
            Actor actor,
            @PathVariable OrderId id,
            @ModelAttribute OrderForm form,
            @ModelAttribute OrderForm.From from) {
        return switch (drafts.keep(actor, id, from.of(Sheet.WHERE), text -> text.with(form.typed()))) {
            case Outcome.Done(var draft) -> {
                var mistakes = reader.where(actor, draft.text().where());
                yield mistakes.isEmpty()
                        ? Pages.next(DraftPages.path(id, "check"))
                        : page(actor, draft, draft.text(), mistakes);
            }
            case Outcome.Refused(var refusal) ->
                pages.refused(
                        actor,
                        id,
                        refusal,
                        draft -> page(actor, draft, draft.text().with(form.typed()), new Mistakes()));
        };
    }

    /** While she types. */
    @PostMapping("/orders/new/{id}/where/keeping")
    ResponseEntity<Void> keep(
            Actor actor,
            @PathVariable OrderId id,
            @ModelAttribute OrderForm form,
            @ModelAttribute OrderForm.From from) {
        var kept = drafts.keep(actor, id, from.of(Sheet.WHERE), text -> text.with(form.typed()));
        var status = switch (kept) {
            case Outcome.Done<?> _ -> HttpStatus.NO_CONTENT;
            case Outcome.Refused<?>(var refusal) -> NotThere.says(refusal) ? HttpStatus.NOT_FOUND : HttpStatus.CONFLICT;
        };
        return ResponseEntity.status(status).build();
    }
}
