package feiyan.volunteers.web;

import feiyan.platform.Outcome;
import feiyan.units.Actor;
import feiyan.volunteers.PauseCard;
import feiyan.volunteers.PauseCards;
import feiyan.volunteers.Pauses;
import feiyan.web.api.ApiPath;
import feiyan.web.api.NeedsScope;
import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A break from being asked. */
@RestController
@RequestMapping(ApiPath.V1 + "/volunteer")
class PauseApi {

    private final Pauses pauses;
    private final PauseCards cards;

    PauseApi(Pauses pauses, PauseCards cards) {
        this.pauses = pauses;
        this.cards = cards;
    }

    /** @param until the last day; left out for a week */
    record PauseRequest(@Nullable LocalDate until) {}

    /**
     * @param until the last day on which nobody asks; null where one is asked as usual
     * @param open questions that still wait for an answer
     */
    record PauseView(@Nullable LocalDate until, int open) {

        static PauseView of(PauseCard card) {
            return new PauseView(card.until(), card.open());
        }
    }

    @Operation(summary = "One’s own break from being asked", description = "With how many questions still wait.")
    @NeedsScope("services:read")
    @GetMapping("/pause")
    PauseView show(Actor actor) {
        return PauseView.of(cards.of(actor));
    }

    @Operation(
            summary = "Take a break: nobody asks until its last day",
            description = "No reason is owed. What was asked before still waits for an answer.")
    @NeedsScope("services:write")
    @PostMapping("/pause")
    Outcome<PauseView> pause(Actor actor, @RequestBody(required = false) @Nullable PauseRequest request) {
        var until = request == null ? null : request.until();
        return pauses.pause(actor, until).map(last -> PauseView.of(cards.of(actor)));
    }

    @Operation(summary = "End one’s break", description = "From now on one is asked as before.")
    @NeedsScope("services:write")
    @PostMapping("/comeback")
    Outcome<PauseView> comeBack(Actor actor) {
        return pauses.end(actor).map(back -> PauseView.of(cards.of(actor)));
    }
}
