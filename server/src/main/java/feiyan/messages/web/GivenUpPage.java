package feiyan.messages.web;

import feiyan.messages.GivenUp;
import feiyan.messages.GivenUp.Listing;
import feiyan.platform.Outcome.Done;
import feiyan.platform.Outcome.Refused;
import feiyan.units.Actor;
import feiyan.web.Notice;
import feiyan.web.Pages;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What could not be told, for the administrators of the center, and one button to try it all again. */
@Controller
@RequestMapping("/admin/outbox")
class GivenUpPage {

    private static final String PATH = "/admin/outbox";

    private final GivenUp givenUp;
    private final NoticeWords times;
    private final MessageSource words;

    GivenUpPage(GivenUp givenUp, NoticeWords times, MessageSource words) {
        this.givenUp = givenUp;
        this.times = times;
        this.words = words;
    }

    /** A row of the list: which kind of thing, since when, how often it was tried. */
    record Line(String what, String since, String attempts) {}

    @GetMapping
    ModelAndView list(Actor actor, Locale language) {
        return switch (givenUp.list(actor)) {
            case Refused<Listing>(var refusal) -> throw new AccessDeniedException(refusal.code());
            case Done<Listing>(var listing) ->
                new ModelAndView("messages/given-up", Map.of("lines", lines(listing, language)));
        };
    }

    private List<Line> lines(Listing listing, Locale language) {
        return Stream.concat(
                        listing.rows().stream()
                                .map(row -> line("messages.given_up.row", row.kind(), row.at(), 0, language)),
                        listing.texts().stream()
                                .map(text -> line(
                                        "messages.given_up.text",
                                        words.getMessage(
                                                "messages.short." + text.kind().code(), null, language),
                                        text.since(),
                                        text.attempts(),
                                        language)))
                .toList();
    }

    private Line line(String key, String kind, Instant since, int attempts, Locale language) {
        var tried =
                attempts == 0 ? "" : words.getMessage("messages.given_up.attempts", new Object[] {attempts}, language);
        return new Line(words.getMessage(key, new Object[] {kind}, language), times.time(since, language), tried);
    }

    @PostMapping("/attempts")
    ModelAndView tryAgain(Actor actor, RedirectAttributes redirect) {
        return switch (givenUp.tryAgain(actor)) {
            case Refused<Integer>(var refusal) -> Pages.refused(refusal, "/");
            case Done<Integer>(var number) -> {
                Notice.done("messages.given_up.again", number).on(redirect);
                yield Pages.next(PATH);
            }
        };
    }
}
