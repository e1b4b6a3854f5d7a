package feiyan.dispatch.web;

import feiyan.accounts.PersonId;
import feiyan.dispatch.plan.Alternative;
import feiyan.dispatch.plan.Alternatives;
import feiyan.dispatch.plan.Boards;
import feiyan.dispatch.plan.Displaced;
import feiyan.dispatch.plan.PlanChoices;
import feiyan.dispatch.plan.PlanId;
import feiyan.platform.Outcome;
import feiyan.units.Actor;
import feiyan.web.api.ApiPath;
import feiyan.web.api.IfMatch;
import feiyan.web.api.NeedsScope;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** One line of a plan: who else could take it, and what a dispatcher makes of it. */
@RestController
@RequestMapping(ApiPath.V1 + "/dispatch/plans/{id}/lines/{line}")
class PlanLinesApi {

    private final Boards boards;
    private final Alternatives alternatives;
    private final PlanChoices choices;

    PlanLinesApi(Boards boards, Alternatives alternatives, PlanChoices choices) {
        this.boards = boards;
        this.alternatives = alternatives;
        this.choices = choices;
    }

    record LineAlternatives(int line, List<LineAlternative> people) {}

    record LineAlternative(
            UUID volunteer, int cost, @Nullable Integer metres, long change, List<LineDisplaced> displaced) {

        static LineAlternative of(Alternative one) {
            var suggestion = one.suggestion();
            return new LineAlternative(
                    suggestion.volunteer().value(),
                    suggestion.cost(),
                    suggestion.metres(),
                    one.change(),
                    one.displaced().stream().map(LineDisplaced::of).toList());
        }
    }

    record LineDisplaced(int line, UUID order, @Nullable UUID to, long change) {

        static LineDisplaced of(Displaced one) {
            var to = one.to();
            return new LineDisplaced(
                    one.line(),
                    one.order().value(),
                    to == null ? null : to.volunteer().value(),
                    one.change());
        }
    }

    record LineMoved(UUID plan, int line, int version) {}

    record LineVolunteer(UUID volunteer) {}

    @Operation(
            summary = "Who else could take a line, and what would change; for dispatchers of its unit",
            description = "The best twenty, the cheapest for the whole plan first. None for a line that was sent.")
    @NeedsScope("dispatch:read")
    @GetMapping
    Optional<LineAlternatives> alternatives(Actor actor, @PathVariable PlanId id, @PathVariable int line) {
        return boards.line(actor, id, line)
                .map(found -> new LineAlternatives(
                        line,
                        alternatives.of(actor, id, line).stream()
                                .map(LineAlternative::of)
                                .toList()));
    }

    @Operation(summary = "Keep a line as it is in the next plan", description = "Answers with the plan's version.")
    @NeedsScope("dispatch:write")
    @PostMapping("/pin")
    Outcome<LineMoved> pin(Actor actor, @PathVariable PlanId id, @PathVariable int line, @IfMatch int version) {
        return moved(id, line, choices.pin(actor, id, version, line));
    }

    @Operation(summary = "Let the next plan change a line again", description = "Answers with the plan's version.")
    @NeedsScope("dispatch:write")
    @PostMapping("/release")
    Outcome<LineMoved> unpin(Actor actor, @PathVariable PlanId id, @PathVariable int line, @IfMatch int version) {
        return moved(id, line, choices.unpin(actor, id, version, line));
    }

    @Operation(
            summary = "Take the volunteer off a line; the seat is open",
            description = "The next plan may propose the same person.")
    @NeedsScope("dispatch:write")
    @PostMapping("/removal")
    Outcome<LineMoved> takeOff(Actor actor, @PathVariable PlanId id, @PathVariable int line, @IfMatch int version) {
        return moved(id, line, choices.takeOff(actor, id, version, line));
    }

    @Operation(
            summary = "Take the volunteer off a line and do not propose them for this order again",
            description = "Holds for the plans that follow, too.")
    @NeedsScope("dispatch:write")
    @PostMapping("/ban")
    Outcome<LineMoved> ban(Actor actor, @PathVariable PlanId id, @PathVariable int line, @IfMatch int version) {
        return moved(id, line, choices.ban(actor, id, version, line));
    }

    @Operation(
            summary = "Give a line to somebody else, with all that follows from it",
            description = "One of the best twenty. The choice is pinned.")
    @NeedsScope("dispatch:write")
    @PostMapping("/volunteer")
    Outcome<LineMoved> move(
            Actor actor,
            @PathVariable PlanId id,
            @PathVariable int line,
            @IfMatch int version,
            @RequestBody LineVolunteer request) {
        return moved(id, line, choices.move(actor, id, version, line, new PersonId(request.volunteer())));
    }

    private static Outcome<LineMoved> moved(PlanId id, int line, Outcome<Integer> version) {
        return version.map(now -> new LineMoved(id.value(), line, now));
    }
}
