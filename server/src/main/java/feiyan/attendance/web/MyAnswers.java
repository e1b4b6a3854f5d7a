package feiyan.attendance.web;

import feiyan.dispatch.Answers;
import feiyan.dispatch.OfferId;
import feiyan.dispatch.SuggestedChanges;
import feiyan.units.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A volunteer's yes or no from the page of the day, and back to it. */
@Controller
class MyAnswers {

    private final Answers answers;
    private final SuggestedChanges changes;

    MyAnswers(Answers answers, SuggestedChanges changes) {
        this.answers = answers;
        this.changes = changes;
    }

    @PostMapping("/my-day/offers/{id}/acceptance")
    ModelAndView accept(Actor actor, @PathVariable OfferId id, RedirectAttributes redirect) {
        return Back.to(MyDayPage.PAGE, answers.accept(actor, id), "day.accepted", redirect);
    }

    @PostMapping("/my-day/offers/{id}/refusal")
    ModelAndView decline(
            Actor actor,
            @PathVariable OfferId id,
            @RequestParam(required = false) @Nullable WhyNot reason,
            RedirectAttributes redirect) {
        var code = reason == null ? null : reason.code();
        var declined = answers.decline(actor, id, code);
        return Back.to(afterNo(actor, id), declined, "day.declined", redirect);
    }

    /** Where the reason suggests a change it is shown next; nobody has to take it. */
    private String afterNo(Actor actor, OfferId id) {
        return changes.of(actor, id).isPresent() ? "/offers/" + id.value() + "/change" : MyDayPage.PAGE;
    }
}
