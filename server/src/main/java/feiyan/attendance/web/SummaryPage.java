package feiyan.attendance.web;

import feiyan.attendance.Summaries;
import feiyan.dispatch.OfferId;
import feiyan.dispatch.OfferLine;
import feiyan.units.Actor;
import feiyan.web.Mistakes;
import feiyan.web.Pages;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** After the service: what it was like, and what others may learn from it. */
@Controller
class SummaryPage {

    private static final String VIEW = "attendance/summary";

    private final Summaries summaries;

    SummaryPage(Summaries summaries) {
        this.summaries = summaries;
    }

    @GetMapping("/offers/{id}/summary")
    ModelAndView form(Actor actor, @PathVariable OfferId id) {
        return new ModelAndView(VIEW, model(offer(actor, id), "", ""));
    }

    @PostMapping("/offers/{id}/summary")
    ModelAndView write(
            Actor actor,
            @PathVariable OfferId id,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String experience,
            RedirectAttributes redirect) {
        var offer = offer(actor, id);
        var mistakes = mistakes(words, experience);
        if (!mistakes.isEmpty()) {
            return Pages.again(VIEW, mistakes, model(offer, words, experience));
        }
        var written = summaries.write(actor, id, words, experience);
        return Back.to("/orders/" + offer.order().id().value(), written, "attendance.summary.written", redirect);
    }

    static Mistakes mistakes(String words, String experience) {
        var mistakes = new Mistakes();
        if (words.isBlank()) {
            mistakes.add("words", "attendance.summary.empty");
        }
        tooLong(mistakes, "words", words);
        tooLong(mistakes, "experience", experience);
        return mistakes;
    }

    private static void tooLong(Mistakes mistakes, String field, String text) {
        if (text.codePointCount(0, text.length()) > Summaries.LONGEST) {
            mistakes.add(field, "attendance.summary.too_long", Summaries.LONGEST);
        }
    }

    private OfferLine offer(Actor actor, OfferId id) {
        return summaries.toTell(actor, id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static Map<String, Object> model(OfferLine offer, String words, String experience) {
        return Map.of("offer", offer, "words", words, "experience", experience);
    }
}
