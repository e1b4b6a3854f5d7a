package feiyan.orders.web;

import feiyan.menu.Menu;
import feiyan.menu.ProjectId;
import feiyan.orders.Draft;
import feiyan.orders.Draft.Sheet;
import feiyan.orders.DraftMedia;
import feiyan.orders.DraftText;
import feiyan.orders.Drafts;
import feiyan.orders.MediaId;
import feiyan.orders.OrderId;
import feiyan.platform.Outcome;
import feiyan.units.Actor;
import feiyan.web.Mistakes;
import feiyan.web.Pages;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The first step: what is needed, in words, from the menu, by photos or by voice. */
@Controller
class DraftWhatPage {

    private final Drafts drafts;
    private final DraftMedia media;
    private final DraftPages pages;
    private final SentMedia sent;
    private final OrderFormReader reader;
    private final Hearing hearing;
    private final Menu menu;

    DraftWhatPage(
            Drafts drafts,
            DraftMedia media,
            DraftPages pages,
            SentMedia sent,
            OrderFormReader reader,
            Hearing hearing,
            Menu menu) {
        this.drafts = drafts;
        this.media = media;
        this.pages = pages;
        this.sent = sent;
        this.reader = reader;
        this.hearing = hearing;
        this.menu = menu;
    }

    /** What this sheet's form sends beside its files. */
    record Said(@Nullable String need, @Nullable ProjectId project) {

        DraftText on(DraftText text) {
            return text.with(text.what().saying(need, project));
        }
    }

    @GetMapping("/orders/new/{id}/what")
    ModelAndView show(Actor actor, @PathVariable OrderId id) {
        return pages.of(actor, id, draft -> page(actor, draft, draft.text(), new Mistakes()));
    }

    private ModelAndView page(Actor actor, Draft draft, DraftText text, Mistakes mistakes) {
        var model = DraftPages.model(draft, text);
        model.put("categories", menu.categories(actor.county()));
        model.put("heard", hearing.hear(actor.county(), text.what().need()));
        model.put("media", media.of(actor, draft.id()));
        model.put("room", DraftMedia.PHOTOS);
        return mistakes.isEmpty()
                ? new ModelAndView("orders/new-what", model)
                : Pages.again("orders/new-what", mistakes, model);
    }

    @PostMapping("/orders/new/{id}/what")
    ModelAndView say(
            Actor actor,
            @PathVariable OrderId id,
            @ModelAttribute Said said,
            @ModelAttribute OrderForm.From from,
            @RequestParam(required = false) @Nullable List<MultipartFile> photo,
            @RequestParam(required = false) @Nullable MultipartFile voice) {
        return keep(actor, id, said, from, draft -> {
            var mistakes = sent.add(actor, id, photo, voice);
            reader.what(draft.text().what(), sent.isSpoken(actor, id))
                    .all()
                    .forEach(mistake -> mistakes.add(
                            mistake.field(), mistake.code(), mistake.args().toArray()));
            return mistakes.isEmpty() ? next(actor, draft) : page(actor, draft, draft.text(), mistakes);
        });
    }

    /** Adds photos or the voice and stays on the page; the words are kept, too. */
    @PostMapping("/orders/new/{id}/media")
    ModelAndView add(
            Actor actor,
            @PathVariable OrderId id,
            @ModelAttribute Said said,
            @ModelAttribute OrderForm.From from,
            @RequestParam(required = false) @Nullable List<MultipartFile> photo,
            @RequestParam(required = false) @Nullable MultipartFile voice) {
        return keep(actor, id, said, from, draft -> {
            var mistakes = sent.add(actor, id, photo, voice);
            return mistakes.isEmpty() ? atMedia(id) : page(actor, draft, draft.text(), mistakes);
        });
    }

    /** Takes one away again; the form sends its words along, and they are kept. */
    @PostMapping("/orders/new/{id}/media/{medium}/removal")
    ModelAndView remove(
            Actor actor,
            @PathVariable OrderId id,
            @PathVariable MediaId medium,
            @ModelAttribute Said said,
            @ModelAttribute OrderForm.From from) {
        return keep(actor, id, said, from, draft -> switch (media.remove(actor, id, medium)) {
            case Outcome.Done<MediaId> _ -> atMedia(id);
            case Outcome.Refused(var refusal) -> Pages.refused(refusal, DraftPages.path(id, "what"));
        });
    }

    private static ModelAndView atMedia(OrderId id) {
        return new ModelAndView("redirect:" + DraftPages.path(id, "what") + "#media");
    }

    private ModelAndView next(Actor actor, Draft draft) {
        return Pages.next(DraftPages.path(
                draft.id(), hearing.next(actor.county(), draft.text().what())));
    }

    private ModelAndView keep(
            Actor actor, OrderId id, Said said, OrderForm.From from, Function<Draft, ModelAndView> then) {
        return switch (drafts.keep(actor, id, from.of(Sheet.WHAT), said::on)) {
            case Outcome.Done(var draft) -> then.apply(draft);
            case Outcome.Refused(var refusal) ->
                pages.refused(actor, id, refusal, draft -> page(actor, draft, said.on(draft.text()), new Mistakes()));
        };
    }

    /** While she types: keeps the words, and answers with what they sound like. */
    @PostMapping("/orders/new/{id}/what/keeping")
    ModelAndView keepWords(
            Actor actor, @PathVariable OrderId id, @ModelAttribute Said said, @ModelAttribute OrderForm.From from) {
        return switch (drafts.keep(actor, id, from.of(Sheet.WHAT), said::on)) {
            case Outcome.Done(var draft) -> {
                var model = DraftPages.model(draft, draft.text());
                model.put(
                        "heard",
                        hearing.hear(actor.county(), draft.text().what().need()));
                yield new ModelAndView("orders/parts/form :: heard", model);
            }
            case Outcome.Refused(var refusal) -> Pages.refused(refusal, DraftPages.path(id, "what"));
        };
    }
}
