package feiyan.messages.web;

import feiyan.messages.GivenUp;
import feiyan.messages.GivenUp.Listing;
import feiyan.messages.NoticeKind;
import feiyan.platform.Outcome;
import feiyan.units.Actor;
import feiyan.web.api.ApiPath;
import feiyan.web.api.NeedsScope;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What could not be told, for the administrators of the center: kinds, times, no names. */
@RestController
@RequestMapping(ApiPath.V1 + "/admin/outbox")
class GivenUpApi {

    private final GivenUp givenUp;

    GivenUpApi(GivenUp givenUp) {
        this.givenUp = givenUp;
    }

    record UntoldEvent(String kind, Instant since) {}

    record UntoldText(NoticeKind kind, Instant since, int attempts) {}

    /** At most {@value GivenUp#SHOWN} of each. */
    record Untold(List<UntoldEvent> rows, List<UntoldText> texts) {

        static Untold of(Listing listing) {
            return new Untold(
                    listing.rows().stream()
                            .map(row -> new UntoldEvent(row.kind(), row.at()))
                            .toList(),
                    listing.texts().stream()
                            .map(text -> new UntoldText(text.kind(), text.since(), text.attempts()))
                            .toList());
        }
    }

    @Operation(
            summary = "What could not be told however often it was tried; for the administrators of the center",
            description = "Kinds and times alone, no names and no words.")
    @NeedsScope("messages:read")
    @GetMapping
    Outcome<Untold> list(Actor actor) {
        return givenUp.list(actor).map(Untold::of);
    }

    record TriedAgain(int tried) {}

    @Operation(
            summary = "Try everything once more that could not be told",
            description = "For the administrators of the center, once its cause is gone.")
    @NeedsScope("messages:write")
    @PostMapping("/attempts")
    Outcome<TriedAgain> tryAgain(Actor actor) {
        return givenUp.tryAgain(actor).map(TriedAgain::new);
    }
}
