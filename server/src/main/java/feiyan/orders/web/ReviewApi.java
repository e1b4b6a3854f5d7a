package feiyan.orders.web;

import feiyan.menu.ProjectId;
import feiyan.orders.Merging;
import feiyan.orders.OrderId;
import feiyan.orders.RefusalReason;
import feiyan.orders.Review;
import feiyan.platform.Outcome;
import feiyan.units.Actor;
import feiyan.units.UnitId;
import feiyan.web.api.ApiPath;
import feiyan.web.api.IfMatch;
import feiyan.web.api.NeedsScope;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a unit does with an order on its desk. */
@RestController
@RequestMapping(ApiPath.V1 + "/orders/{id}")
@Tag(name = "desk")
@NeedsScope("desk:write")
class ReviewApi {

    private final Review review;
    private final Merging merging;
    private final OrderNow.After now;

    ReviewApi(Review review, Merging merging, OrderNow.After now) {
        this.review = review;
        this.merging = merging;
        this.now = now;
    }

    record Approval(@Nullable UUID project) {}

    record Passing(UUID to, @Nullable String words) {}

    record Refusing(RefusalReason reason, String words) {}

    @PostMapping("/approval")
    @Operation(
            summary = "Approves the order",
            description = "The actor's lowest unit that covers it becomes the dispatching unit.")
    Outcome<OrderNow> approve(
            Actor actor,
            @PathVariable OrderId id,
            @IfMatch int version,
            @RequestBody(required = false) @Nullable Approval said) {
        var project = said == null || said.project() == null ? null : new ProjectId(said.project());
        return now.of(actor.county(), review.approve(actor, id, version, project));
    }

    @PostMapping("/resolution")
    @Operation(summary = "Settles it on the spot", description = "The words say what was done and by whom.")
    Outcome<OrderNow> resolve(
            Actor actor, @PathVariable OrderId id, @IfMatch int version, @RequestBody WordsJson said) {
        return now.of(actor.county(), review.resolve(actor, id, version, said.words()));
    }

    @PostMapping("/escalation")
    @Operation(summary = "Passes it up", description = "To the unit above, or past it to any unit further up.")
    Outcome<OrderNow> escalate(Actor actor, @PathVariable OrderId id, @IfMatch int version, @RequestBody Passing said) {
        return now.of(actor.county(), review.escalate(actor, id, version, new UnitId(said.to()), said.words()));
    }

    @PostMapping("/hand-down")
    @Operation(summary = "Hands it down", description = "To a unit below the one that has it.")
    Outcome<OrderNow> handDown(Actor actor, @PathVariable OrderId id, @IfMatch int version, @RequestBody Passing said) {
        return now.of(actor.county(), review.handDown(actor, id, version, new UnitId(said.to()), said.words()));
    }

    @PostMapping("/question")
    @Operation(summary = "Asks the requester back", description = "It waits for the answer; unanswered it lapses.")
    Outcome<OrderNow> ask(Actor actor, @PathVariable OrderId id, @IfMatch int version, @RequestBody WordsJson said) {
        return now.of(actor.county(), review.askBack(actor, id, version, said.words()));
    }

    @PostMapping("/refusal")
    @Operation(
            summary = "Refuses the order",
            description = "With a reason's code, and in words what the requester can do next.")
    Outcome<OrderNow> refuse(Actor actor, @PathVariable OrderId id, @IfMatch int version, @RequestBody Refusing said) {
        return now.of(actor.county(), review.refuse(actor, id, version, said.reason(), said.words()));
    }

    @PostMapping("/separation")
    @Operation(
            summary = "Takes an order out of its group",
            description = "It is reviewed anew; the words say why, for its requester.")
    Outcome<OrderNow> separate(
            Actor actor, @PathVariable OrderId id, @IfMatch int version, @RequestBody WordsJson said) {
        return now.of(actor.county(), merging.apart(actor, id, version, said.words()));
    }
}
