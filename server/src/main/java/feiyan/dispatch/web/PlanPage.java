package feiyan.dispatch.web;

import feiyan.dispatch.plan.GapsPassedUp;
import feiyan.dispatch.plan.Plan;
import feiyan.dispatch.plan.PlanId;
import feiyan.dispatch.plan.PlanSends;
import feiyan.dispatch.plan.Plans;
import feiyan.units.Actor;
import feiyan.units.UnitId;
import feiyan.web.Live;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The plan board: one button, a plan, true while it is open. */
@Controller
class PlanPage {

    private final Plans plans;
    private final PlanView view;
    private final PlanSends sends;
    private final GapsPassedUp gaps;
    private final Live live;

    PlanPage(Plans plans, PlanView view, PlanSends sends, GapsPassedUp gaps, Live live) {
        this.plans = plans;
        this.view = view;
        this.sends = sends;
        this.gaps = gaps;
        this.live = live;
    }

    @GetMapping("/dispatch/plan")
    ModelAndView show(Actor actor, PlanQuery query) {
        var model = model(actor, query);
        if (query.unit() != null && !model.containsKey("unit")) {
            throw none();
        }
        return new ModelAndView("dispatch/plan", model);
    }

    /** The piece of the page that comes anew. */
    @GetMapping("/dispatch/plan/board")
    ModelAndView board(Actor actor, PlanQuery query) {
        var model = model(actor, query);
        if (!model.containsKey("unit")) {
            throw none();
        }
        return new ModelAndView("dispatch/parts/plan :: board", model);
    }

    /** How far the making is, and nothing else: an open board asks often then. Empty once it is over. */
    @GetMapping("/dispatch/plan/progress")
    ModelAndView progress(Actor actor, PlanQuery query) {
        OverduePage.forTheDesk(actor);
        return new ModelAndView(
                "dispatch/parts/plan :: making", view.progress(actor, query).orElseThrow(PlanPage::none));
    }

    private static ResponseStatusException none() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    private Map<String, Object> model(Actor actor, PlanQuery query) {
        OverduePage.forTheDesk(actor);
        var model = view.model(actor, query);
        if (model.get("plan") instanceof Plan plan) {
            model.put("sends", sends.of(actor.county(), plan.id()));
            model.put("above", gaps.above(actor.county(), plan).orElse(null));
        }
        return model;
    }

    @GetMapping(path = "/dispatch/plan/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter changes(Actor actor) {
        OverduePage.forTheDesk(actor);
        return live.open(PlanBell.topic(actor.county()));
    }

    /** @param seen the plan on the screen */
    @PostMapping("/dispatch/plans")
    ModelAndView make(Actor actor, @RequestParam UnitId unit, @RequestParam(required = false) @Nullable PlanId seen) {
        return Back.quietly(board(unit), plans.make(actor, unit, seen));
    }

    @PostMapping("/dispatch/plans/{id}/stop")
    ModelAndView stop(Actor actor, @PathVariable PlanId id, RedirectAttributes redirect) {
        var unit = plans.find(actor, id).map(plan -> board(plan.unit())).orElse("/dispatch/plan");
        return Back.to(unit, plans.stop(actor, id), "dispatch.plan.stopping", redirect);
    }

    private static String board(UnitId unit) {
        return "/dispatch/plan?unit=" + unit.value();
    }
}
