package feiyan.dispatch.web;

import feiyan.dispatch.plan.GapsPassedUp;
import feiyan.dispatch.plan.PassedUp;
import feiyan.dispatch.plan.PlanId;
import feiyan.orders.OrderId;
import feiyan.platform.Outcome;
import feiyan.units.Actor;
import feiyan.web.Notice;
import feiyan.web.Pages;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What nobody here can do is passed on to the unit above. */
@Controller
class PlanGapsAction {

    private final GapsPassedUp gaps;

    PlanGapsAction(GapsPassedUp gaps) {
        this.gaps = gaps;
    }

    @PostMapping("/dispatch/plans/{id}/gaps/escalation")
    ModelAndView passUp(
            Actor actor,
            @PathVariable PlanId id,
            @RequestParam(defaultValue = "") Set<OrderId> order,
            @RequestParam(required = false) @Nullable String words,
            PlanQuery query,
            RedirectAttributes redirect) {
        return switch (gaps.passUp(actor, id, order, words)) {
            case Outcome.Done<PassedUp>(var done) -> {
                Notice.done(
                                "dispatch.plan.gap.passed",
                                done.passed(),
                                done.above(),
                                done.stayed().size())
                        .on(redirect);
                yield Pages.next(query.path() + "#gaps");
            }
            case Outcome.Refused<PassedUp>(var why) -> Pages.refused(why, query.path());
        };
    }
}
