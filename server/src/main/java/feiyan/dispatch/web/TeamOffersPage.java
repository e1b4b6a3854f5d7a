package feiyan.dispatch.web;

import feiyan.dispatch.Answers;
import feiyan.dispatch.LeaderTasks;
import feiyan.dispatch.MyService;
import feiyan.dispatch.OfferId;
import feiyan.dispatch.SuggestedChanges;
import feiyan.units.Actor;
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

/** Offers for whoever answers them: a leader for the team, a volunteer in person. */
@Controller
class TeamOffersPage {

    private final MyService mine;
    private final Answers answers;
    private final OfferModel offer;
    private final List<LeaderTasks> tasks;
    private final SuggestedChanges changes;

    TeamOffersPage(
            MyService mine, Answers answers, OfferModel offer, List<LeaderTasks> tasks, SuggestedChanges changes) {
        this.mine = mine;
        this.answers = answers;
        this.offer = offer;
        this.tasks = tasks;
        this.changes = changes;
    }

    @GetMapping("/team-offers")
    ModelAndView list(Actor actor) {
        return new ModelAndView(
                "dispatch/team-offers",
                Map.of(
                        "asked",
                        mine.toAnswer(actor),
                        "led",
                        mine.toLead(actor),
                        "tasks",
                        tasks.stream()
                                .flatMap(module -> module.of(actor).stream())
                                .toList()));
    }

    @GetMapping("/offers/{id}")
    ModelAndView show(Actor actor, @PathVariable OfferId id) {
        return new ModelAndView(OfferModel.VIEW, offer.of(actor, id));
    }

    @PostMapping("/offers/{id}/acceptance")
    ModelAndView accept(Actor actor, @PathVariable OfferId id, RedirectAttributes redirect) {
        return Back.to("/offers/" + id.value(), answers.accept(actor, id), "dispatch.accepted", redirect);
    }

    @PostMapping("/offers/{id}/refusal")
    ModelAndView decline(
            Actor actor,
            @PathVariable OfferId id,
            @RequestParam(required = false) @Nullable DeclineReason reason,
            RedirectAttributes redirect) {
        var code = reason == null ? null : reason.code();
        var declined = answers.decline(actor, id, code);
        return Back.to(afterNo(actor, id), declined, "dispatch.declined", redirect);
    }

    /** Where the reason suggests a change it is shown next; nobody has to take it. */
    private String afterNo(Actor actor, OfferId id) {
        return changes.of(actor, id).isPresent() ? "/offers/" + id.value() + "/change" : "/team-offers";
    }
}
