package feiyan.dispatch.web;

import feiyan.dispatch.plan.Boards;
import feiyan.dispatch.plan.Plan;
import feiyan.dispatch.plan.PlanId;
import feiyan.dispatch.plan.PlanOffers;
import feiyan.dispatch.plan.Plans;
import feiyan.dispatch.plan.Sent;
import feiyan.platform.Outcome;
import feiyan.units.Actor;
import feiyan.units.UnitId;
import feiyan.web.api.ApiPath;
import feiyan.web.api.IfMatch;
import feiyan.web.api.NeedsScope;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Plans for a unit: made, looked at, sent. */
@RestController
@RequestMapping(ApiPath.V1 + "/dispatch")
class PlansApi {

    private final Plans plans;
    private final Boards boards;
    private final PlanOffers offers;
    private final PlanUnits units;

    PlansApi(Plans plans, Boards boards, PlanOffers offers, PlanUnits units) {
        this.plans = plans;
        this.boards = boards;
        this.offers = offers;
        this.units = units;
    }

    record PlanRequest(UUID unit, @Nullable UUID seen) {}

    record PlanAsked(UUID plan) {}

    record LinesToSend(@Nullable Set<Integer> lines) {}

    record LinesSent(UUID plan, int sent, List<LineUnsent> unsent, int left) {}

    record LineUnsent(int line, String code) {}

    @Operation(
            summary = "The plan that stands for a unit and all below it; for its dispatchers",
            description = "Without a unit: for the highest where one dispatches. Not found where no plan stands.")
    @NeedsScope("dispatch:read")
    @GetMapping("/plan")
    Optional<DispatchPlan> standing(Actor actor, @RequestParam(required = false) @Nullable UnitId unit) {
        return units.chosen(actor, unit)
                .flatMap(chosen -> plans.ready(actor, chosen.id()))
                .map(Plan::id)
                .flatMap(id -> boards.of(actor, id))
                .map(DispatchPlan::of);
    }

    @Operation(
            summary = "A plan, also while it is made and after it was replaced; for dispatchers of its unit",
            description = "Lines are proposals; whoever was asked from one has an offer.")
    @NeedsScope("dispatch:read")
    @GetMapping("/plans/{id}")
    Optional<DispatchPlan> find(Actor actor, @PathVariable PlanId id) {
        return boards.of(actor, id).map(DispatchPlan::of);
    }

    @Operation(
            summary = "Make a plan for all orders that wait in a unit's subtree",
            description = "Answers at once; the plan is READY a second or two later. What is agreed, pinned and banned "
                    + "stays. Name the plan that stands as seen, so that nobody replaces one they have not looked at.")
    @NeedsScope("dispatch:write")
    @PostMapping("/plans")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Outcome<PlanAsked> make(Actor actor, @RequestBody PlanRequest request) {
        var seen = request.seen();
        return plans.make(actor, new UnitId(request.unit()), seen == null ? null : new PlanId(seen))
                .map(id -> new PlanAsked(id.value()));
    }

    @Operation(summary = "Take the best plan so far instead of waiting", description = "Only while it is being made.")
    @NeedsScope("dispatch:write")
    @PostMapping("/plans/{id}/stop")
    Outcome<PlanAsked> stop(Actor actor, @PathVariable PlanId id) {
        return plans.stop(actor, id).map(stopped -> new PlanAsked(stopped.value()));
    }

    @Operation(
            summary = "Ask the volunteers of lines of a plan",
            description = "Each line is judged and sent by itself; without lines, all that nobody was asked for. "
                    + "At most 500 at once.")
    @NeedsScope("dispatch:write")
    @PostMapping("/plans/{id}/offers")
    Outcome<LinesSent> send(
            Actor actor, @PathVariable PlanId id, @IfMatch int version, @RequestBody LinesToSend request) {
        var lines = request.lines();
        var sent = lines == null ? offers.sendAll(actor, id, version) : offers.send(actor, id, version, lines);
        return sent.map(told -> told(id, told));
    }

    private static LinesSent told(PlanId id, Sent told) {
        return new LinesSent(
                id.value(),
                told.sent(),
                told.unsent().stream()
                        .map(one -> new LineUnsent(one.line(), one.why().code()))
                        .toList(),
                told.left());
    }
}
