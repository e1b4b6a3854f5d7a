package feiyan.dispatch.web;

import feiyan.dispatch.OnlyByRequest;
import feiyan.orders.OrderId;
import feiyan.platform.Outcome;
import feiyan.units.Actor;
import feiyan.web.api.ApiPath;
import feiyan.web.api.NeedsScope;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Whether volunteers may take an order's seats unasked. */
@RestController
class OnlyByRequestApi {

    private final OnlyByRequest byRequest;
    private final Standings standings;

    OnlyByRequestApi(OnlyByRequest byRequest, Standings standings) {
        this.byRequest = byRequest;
        this.standings = standings;
    }

    /** @param open whether whoever can may take a seat unasked */
    record SeatsOpenness(boolean open) {}

    @Operation(
            summary = "Keep an order's seats for those who are asked, or open them to all",
            description = "By the staff in charge. Whoever has a seat keeps it.")
    @NeedsScope("dispatch:write")
    @PostMapping(ApiPath.V1 + "/orders/{id}/open-seats")
    Outcome<OrderStanding> set(Actor actor, @PathVariable OrderId id, @RequestBody SeatsOpenness seats) {
        return standings.after(actor, byRequest.set(actor, id, !seats.open()));
    }
}
