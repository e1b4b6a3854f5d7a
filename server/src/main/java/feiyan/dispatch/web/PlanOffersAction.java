package feiyan.dispatch.web;

import feiyan.dispatch.plan.PlanId;
import feiyan.dispatch.plan.PlanSend;
import feiyan.dispatch.plan.PlanSends;
import feiyan.dispatch.plan.Sent;
import feiyan.platform.Outcome;
import feiyan.units.Actor;
import feiyan.web.Notice;
import feiyan.web.Pages;
import java.time.Duration;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The board's lines become offers: all that wait, or those that are ticked. */
@Controller
class PlanOffersAction {

    /** A few lines are out by then and the page says so at once; for many it says how far it is. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final PlanSends sends;

    PlanOffersAction(PlanSends sends) {
        this.sends = sends;
    }

    @PostMapping("/dispatch/plans/{id}/offers")
    ModelAndView send(
            Actor actor,
            @PathVariable PlanId id,
            @RequestParam int version,
            @RequestParam(defaultValue = "false") boolean all,
            @RequestParam(defaultValue = "") Set<Integer> line,
            PlanQuery query,
            RedirectAttributes redirect) {
        var begun = all ? sends.all(actor, id, version) : sends.some(actor, id, version, line);
        return switch (begun) {
            case Outcome.Done<PlanSend>(var send) -> {
                sends.within(send, PATIENCE)
                        .map(PlanOffersAction::notice)
                        .orElseGet(() -> Notice.done("dispatch.plan.sending.begun", send.total()))
                        .on(redirect);
                yield Pages.next(query.path());
            }
            case Outcome.Refused<PlanSend>(var why) -> Pages.refused(why, query.path());
        };
    }

    private static Notice notice(Sent told) {
        return told.left() > 0
                ? Notice.done("dispatch.plan.sent.more", told.sent(), told.refused(), told.passed(), told.left())
                : Notice.done("dispatch.plan.sent", told.sent(), told.refused(), told.passed());
    }
}
