package feiyan.dispatch.web;

import feiyan.dispatch.plan.PlanId;
import feiyan.dispatch.plan.PlanOffers;
import feiyan.dispatch.plan.Sent;
import feiyan.platform.Outcome;
import feiyan.units.Actor;
import feiyan.web.Notice;
import feiyan.web.Pages;
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

    private final PlanOffers offers;

    PlanOffersAction(PlanOffers offers) {
        this.offers = offers;
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
        var sent = all ? offers.sendAll(actor, id, version) : offers.send(actor, id, version, line);
        return switch (sent) {
            case Outcome.Done<Sent>(var told) -> {
                notice(told).on(redirect);
                yield Pages.next(query.path());
            }
            case Outcome.Refused<Sent>(var why) -> Pages.refused(why, query.path());
        };
    }

    /** Lines that somebody else sent or changed meanwhile are no refusals: the board shows what they are now. */
    private static Notice notice(Sent told) {
        long passed = told.unsent().stream()
                .filter(one -> one.why().code().startsWith("plan.line_"))
                .count();
        long refused = told.unsent().size() - passed;
        return told.left() > 0
                ? Notice.done("dispatch.plan.sent.more", told.sent(), refused, passed, told.left())
                : Notice.done("dispatch.plan.sent", told.sent(), refused, passed);
    }
}
