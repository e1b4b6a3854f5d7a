package feiyan.volunteers.web;

import feiyan.platform.Outcome;
import feiyan.platform.Refusal;
import feiyan.units.Actor;
import feiyan.volunteers.Profiles;
import feiyan.volunteers.Volunteers;
import feiyan.web.Mistakes;
import feiyan.web.Notice;
import feiyan.web.Pages;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Becoming a volunteer, and afterwards what one said of oneself. */
@Controller
@RequestMapping("/volunteer")
class VolunteerPage {

    private static final String PATH = "/volunteer";
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final Volunteers volunteers;
    private final Profiles profiles;
    private final VolunteerView view;
    private final InstantSource clock;

    VolunteerPage(Volunteers volunteers, Profiles profiles, VolunteerView view, InstantSource clock) {
        this.volunteers = volunteers;
        this.profiles = profiles;
        this.view = view;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView show(Actor actor) {
        return volunteers
                .find(actor.county(), actor.person())
                .map(volunteer -> view.profile(actor, volunteer, VolunteerForm.of(volunteer)))
                .orElseGet(() -> view.joining(actor, view.blank(actor)));
    }

    @PostMapping
    ModelAndView join(Actor actor, @ModelAttribute("form") VolunteerForm form, RedirectAttributes redirect) {
        if (volunteers.find(actor.county(), actor.person()).isPresent()) {
            return Pages.next(PATH);
        }
        var today = LocalDate.ofInstant(clock.instant(), CHINA);
        var mistakes = form.mistakesOfJoining(view.units(actor, null), today);
        if (!mistakes.isEmpty()) {
            return Answers.again(view.joining(actor, form), mistakes);
        }
        return switch (volunteers.enrol(actor, form.enrolment(actor.person()))) {
            case Outcome.Refused(var refusal) -> notYet(actor, form, refusal);
            case Outcome.Done(var _) -> {
                Notice.done("volunteers.joined").on(redirect);
                yield Pages.next(PATH);
            }
        };
    }

    /** What only the door can judge is told by its field too. */
    private ModelAndView notYet(Actor actor, VolunteerForm form, Refusal refusal) {
        var field = refusal.code().equals("volunteer.guardian_missing") ? "guardian" : "born";
        var mistakes = new Mistakes()
                .add(field, "refusal." + refusal.code(), refusal.args().toArray());
        return Answers.again(view.joining(actor, form), mistakes);
    }

    @PostMapping("/profile")
    ModelAndView change(Actor actor, @ModelAttribute("form") VolunteerForm form, RedirectAttributes redirect) {
        var self = volunteers.find(actor.county(), actor.person());
        if (self.isEmpty()) {
            return Pages.next(PATH);
        }
        var mistakes = form.mistakes(view.units(actor, self.get().unit()));
        if (!mistakes.isEmpty()) {
            return Answers.again(view.profile(actor, self.get(), form), mistakes);
        }
        var profile = form.profile(self.get().freeHours());
        return Answers.to(PATH, profiles.change(actor, actor.person(), profile), "volunteers.changed", redirect);
    }
}
