package feiyan.dispatch.web;

import feiyan.dispatch.plan.PlanId;
import feiyan.units.Actor;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** Why this volunteer, and who else. */
@Controller
class PlanLinePage {

    private final PlanLineView view;

    PlanLinePage(PlanLineView view) {
        this.view = view;
    }

    @GetMapping("/dispatch/plans/{id}/lines/{line}")
    ModelAndView show(Actor actor, @PathVariable PlanId id, @PathVariable int line, PlanQuery query) {
        return new ModelAndView(PlanLineView.VIEW, view.model(actor, id, line, query));
    }
}
