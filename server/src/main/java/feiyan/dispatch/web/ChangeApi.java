package feiyan.dispatch.web;

import feiyan.dispatch.OfferId;
import feiyan.dispatch.SuggestedChanges;
import feiyan.platform.Outcome;
import feiyan.units.Actor;
import feiyan.web.api.ApiPath;
import feiyan.web.api.NeedsScope;
import io.swagger.v3.oas.annotations.Operation;
import java.util.Optional;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a no may change, for who said it. */
@RestController
@RequestMapping(ApiPath.V1 + "/offers/{id}/change")
class ChangeApi {

    private final SuggestedChanges changes;

    ChangeApi(SuggestedChanges changes) {
        this.changes = changes;
    }

    /** @param taken whether the change holds now */
    record ChangeStanding(UUID offer, boolean taken) {}

    @Operation(
            summary = "What one may change after saying no, so as not to be asked the like again",
            description = "By the volunteer who said no and why. Nothing changes by itself; not found where the "
                    + "reason suggests nothing.")
    @NeedsScope("services:read")
    @GetMapping
    Optional<ChangeShown> show(Actor actor, @PathVariable OfferId id) {
        return changes.of(actor, id).map(ChangeShown::of);
    }

    @Operation(summary = "Take the change that is suggested", description = "It can be undone.")
    @NeedsScope("services:write")
    @PostMapping
    Outcome<ChangeStanding> take(Actor actor, @PathVariable OfferId id) {
        return changes.take(actor, id).map(done -> new ChangeStanding(done.value(), true));
    }

    @Operation(summary = "Undo the change", description = "What else one changed meanwhile stays.")
    @NeedsScope("services:write")
    @PostMapping("/withdrawal")
    Outcome<ChangeStanding> undo(Actor actor, @PathVariable OfferId id) {
        return changes.undo(actor, id).map(done -> new ChangeStanding(done.value(), false));
    }
}
