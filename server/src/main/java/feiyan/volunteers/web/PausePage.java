package feiyan.volunteers.web;

import feiyan.platform.Outcome;
import feiyan.platform.Refusal;
import feiyan.units.Actor;
import feiyan.volunteers.PauseCards;
import feiyan.volunteers.Pauses;
import feiyan.volunteers.Volunteers;
import feiyan.web.Mistakes;
import feiyan.web.Notice;
import feiyan.web.Pages;
import feiyan.web.Times;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A break with one tap, or until a day; and back again. */
@Controller
@RequestMapping("/volunteer")
class PausePage {

    private static final String PATH = "/volunteer";

    private final Pauses pauses;
    private final PauseCards cards;
    private final Volunteers volunteers;
    private final VolunteerView view;
    private final Times times;

    PausePage(Pauses pauses, PauseCards cards, Volunteers volunteers, VolunteerView view, Times times) {
        this.pauses = pauses;
        this.cards = cards;
        this.volunteers = volunteers;
        this.view = view;
        this.times = times;
    }

    /** @param last day as it was chosen; left out for a week */
    @PostMapping("/pause")
    ModelAndView pause(
            Actor actor, @RequestParam(required = false) @Nullable String last, RedirectAttributes redirect) {
        var day = last == null ? null : day(last.strip());
        if (last != null && day == null) {
            return again(actor, new Mistakes().add("last", "pause.mistake.day"));
        }
        return switch (pauses.pause(actor, day)) {
            case Outcome.Done<LocalDate>(var until) -> paused(actor, until, redirect);
            case Outcome.Refused<LocalDate>(var why) -> refused(actor, why);
        };
    }

    private ModelAndView paused(Actor actor, LocalDate until, RedirectAttributes redirect) {
        int open = cards.of(actor).open();
        (open == 0
                        ? Notice.done("pause.done", times.day(until))
                        : Notice.done("pause.done.open", times.day(until), open))
                .on(redirect);
        return Pages.next(PATH);
    }

    /** A day that will not do is told beside it. */
    private ModelAndView refused(Actor actor, Refusal why) {
        return why.code().equals("volunteer.not_yours")
                ? Pages.refused(why, PATH)
                : again(
                        actor,
                        new Mistakes()
                                .add("last", "refusal." + why.code(), why.args().toArray()));
    }

    private ModelAndView again(Actor actor, Mistakes mistakes) {
        return volunteers
                .find(actor.county(), actor.person())
                .map(self -> Answers.again(view.profile(actor, self, VolunteerForm.of(self)), mistakes))
                .orElseGet(() -> Pages.next(PATH));
    }

    @PostMapping("/comeback")
    ModelAndView comeBack(Actor actor, RedirectAttributes redirect) {
        return Answers.to(PATH, pauses.end(actor), "pause.over", redirect);
    }

    private static @Nullable LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeParseException malformed) {
            return null;
        }
    }
}
