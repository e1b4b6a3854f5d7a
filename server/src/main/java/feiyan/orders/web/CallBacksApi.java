package feiyan.orders.web;

import feiyan.orders.CallBack;
import feiyan.orders.CallBacks;
import feiyan.orders.OrderId;
import feiyan.orders.Orders;
import feiyan.orders.Rating;
import feiyan.orders.Review;
import feiyan.platform.Outcome;
import feiyan.units.Actor;
import feiyan.web.api.ApiPath;
import feiyan.web.api.DecidedAnew;
import feiyan.web.api.IfMatch;
import feiyan.web.api.NeedsScope;
import feiyan.web.api.Slice;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whom a unit calls: for a rating, for the answer to a question. */
@RestController
@RequestMapping(ApiPath.V1 + "/call-backs")
@Tag(name = "call-backs")
@NeedsScope("desk:write")
class CallBacksApi {

    private final CallBacks callBacks;
    private final Review review;
    private final Orders orders;
    private final OrderNames names;
    private final OrderNow.After now;

    CallBacksApi(CallBacks callBacks, Review review, Orders orders, OrderNames names, OrderNow.After now) {
        this.callBacks = callBacks;
        this.review = review;
        this.orders = orders;
        this.names = names;
        this.now = now;
    }

    record CallBackJson(
            OrderLineJson order,
            int version,
            String recipient,
            boolean signsIn,
            int tries,
            boolean spoken,
            @Nullable Instant lastTry) {}

    @GetMapping("/for-rating")
    @NeedsScope("desk:read")
    @Operation(
            summary = "Whom to call for a rating",
            description = "First those who cannot say so themselves; at most thirty, by the unit's own staff.")
    Slice<CallBackJson> forRating(Actor actor) {
        return list(actor, callBacks.forRating(actor));
    }

    @GetMapping("/for-answer")
    @NeedsScope("desk:read")
    @Operation(
            summary = "Whom to call for an answer",
            description = "Who was asked back and is silent; without a recorded call nothing lapses.")
    Slice<CallBackJson> forAnswer(Actor actor) {
        return list(actor, callBacks.forAnswer(actor));
    }

    private Slice<CallBackJson> list(Actor actor, List<CallBack> calls) {
        var known = names.of(actor.county(), calls.stream().map(CallBack::order).toList());
        return Slice.all(calls.stream()
                .map(call -> new CallBackJson(
                        OrderLineJson.of(call.order(), known),
                        call.version(),
                        call.recipient(),
                        call.signsIn(),
                        call.tries(),
                        call.spoken(),
                        call.lastTry()))
                .toList());
    }

    record PhoneJson(String phone) {}

    record Call(boolean reached) {}

    @PostMapping("/{id}/phone-view")
    @NeedsScope("contacts:read")
    @DecidedAnew
    @Operation(summary = "The number, for whoever calls now", description = "Each view is written into the audit.")
    Outcome<PhoneJson> phone(Actor actor, @PathVariable OrderId id) {
        return callBacks.phone(actor, id).map(PhoneJson::new);
    }

    @PostMapping("/{id}/call")
    @Operation(summary = "Notes a call", description = "Whether somebody was reached, or nobody.")
    Outcome<OrderNow> called(Actor actor, @PathVariable OrderId id, @RequestBody Call said) {
        return now.of(actor.county(), review.called(actor, id, said.reached()));
    }

    @PostMapping("/{id}/rating")
    @Operation(summary = "Writes down the rating", description = "What the requester said on the telephone.")
    Outcome<OrderNow> rate(Actor actor, @PathVariable OrderId id, @IfMatch int version, @RequestBody RatingJson said) {
        return now.of(actor.county(), orders.rate(actor, id, version, said.by(Rating.How.CALL_BACK)));
    }

    @PostMapping("/{id}/answer")
    @Operation(summary = "Writes down the answer", description = "What the requester said on the telephone.")
    Outcome<OrderNow> answer(Actor actor, @PathVariable OrderId id, @IfMatch int version, @RequestBody WordsJson said) {
        return now.of(actor.county(), orders.answer(actor, id, version, said.words()));
    }
}
