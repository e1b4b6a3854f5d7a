package feiyan.orders.web;

import feiyan.orders.OrderId;
import feiyan.orders.Orders;
import feiyan.orders.Rating;
import feiyan.platform.Outcome;
import feiyan.units.Actor;
import feiyan.web.api.ApiPath;
import feiyan.web.api.IfMatch;
import feiyan.web.api.NeedsScope;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the requester does with an order: answers, calls it off, says how it went. */
@RestController
@RequestMapping(ApiPath.V1 + "/orders/{id}")
@Tag(name = "orders")
@NeedsScope("orders:write")
class RequesterApi {

    private final Orders orders;
    private final OrderNow.After now;

    RequesterApi(Orders orders, OrderNow.After now) {
        this.orders = orders;
        this.now = now;
    }

    @PostMapping("/answer")
    @Operation(
            summary = "Answers what the unit asked back",
            description = "By the requester, or by staff who were told on the telephone; the order is reviewed again.")
    Outcome<OrderNow> answer(Actor actor, @PathVariable OrderId id, @IfMatch int version, @RequestBody WordsJson said) {
        return now.of(actor.county(), orders.answer(actor, id, version, said.words()));
    }

    @PostMapping("/cancellation")
    @Operation(
            summary = "Calls the order off",
            description = "By the requester at any stage before the service; under way by staff alone.")
    Outcome<OrderNow> cancel(
            Actor actor,
            @PathVariable OrderId id,
            @IfMatch int version,
            @RequestBody(required = false) @Nullable RemarkJson said) {
        return now.of(actor.county(), orders.cancel(actor, id, version, RemarkJson.of(said)));
    }

    @PostMapping("/rating")
    @Operation(
            summary = "Says how the service went",
            description = "Once for each time it was served. Not solved brings the order back; the third time the way"
                    + " is a complaint.")
    Outcome<OrderNow> rate(Actor actor, @PathVariable OrderId id, @IfMatch int version, @RequestBody RatingJson said) {
        return now.of(actor.county(), orders.rate(actor, id, version, said.by(Rating.How.PAGE)));
    }
}
