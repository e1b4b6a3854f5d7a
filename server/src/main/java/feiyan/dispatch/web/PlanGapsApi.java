package feiyan.dispatch.web;

import feiyan.dispatch.plan.GapsPassedUp;
import feiyan.dispatch.plan.PassedUp;
import feiyan.dispatch.plan.PlanId;
import feiyan.orders.OrderId;
import feiyan.platform.Outcome;
import feiyan.units.Actor;
import feiyan.web.api.ApiPath;
import feiyan.web.api.NeedsScope;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Orders for which a plan has nobody. */
@RestController
@RequestMapping(ApiPath.V1 + "/dispatch/plans/{id}/gaps")
class PlanGapsApi {

    private final GapsPassedUp gaps;

    PlanGapsApi(GapsPassedUp gaps) {
        this.gaps = gaps;
    }

    record GapsToPassUp(Set<UUID> orders, @Nullable String words) {}

    record GapsPassed(UUID plan, int passed, List<OrderThatStayed> stayed) {}

    record OrderThatStayed(UUID order, String code) {}

    @Operation(
            summary = "Pass orders for which a plan has nobody to the unit above",
            description = "Each by itself; what has moved on meanwhile stays where it is and is named.")
    @NeedsScope("dispatch:write")
    @PostMapping("/escalation")
    Outcome<GapsPassed> passUp(Actor actor, @PathVariable PlanId id, @RequestBody GapsToPassUp request) {
        var orders = request.orders().stream().map(OrderId::new).collect(Collectors.toSet());
        return gaps.passUp(actor, id, orders, request.words()).map(done -> passed(id, done));
    }

    private static GapsPassed passed(PlanId id, PassedUp done) {
        return new GapsPassed(
                id.value(),
                done.passed(),
                done.stayed().stream()
                        .map(one -> new OrderThatStayed(
                                one.order().value(), one.why().code()))
                        .toList());
    }
}
