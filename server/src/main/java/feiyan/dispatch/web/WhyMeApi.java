package feiyan.dispatch.web;

import feiyan.dispatch.OfferId;
import feiyan.dispatch.OfferReason;
import feiyan.dispatch.WhyMe;
import feiyan.units.Actor;
import feiyan.web.api.ApiPath;
import feiyan.web.api.NeedsScope;
import io.swagger.v3.oas.annotations.Operation;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Why oneself was asked. */
@RestController
class WhyMeApi {

    private final WhyMe why;

    WhyMeApi(WhyMe why) {
        this.why = why;
    }

    /**
     * What was known of oneself when the offer was made.
     *
     * @param metres from home, in whole hundreds
     * @param visits to this household; missing until the seat is one's own
     * @param daysSinceAsked missing where one had never been asked
     */
    record WhyAsked(
            OfferReason.Way way,
            @Nullable Integer metres,
            @Nullable Integer visits,
            int bookedMinutes,
            int askedBefore,
            @Nullable Integer daysSinceAsked) {

        static WhyAsked of(WhyMe.Why why) {
            return new WhyAsked(
                    why.way(),
                    why.metres(),
                    why.visits(),
                    why.bookedMinutes(),
                    why.askedBefore(),
                    why.daysSinceAsked());
        }
    }

    @Operation(
            summary = "Why oneself was asked: what was known of one when the offer was made",
            description = "For the volunteer who was asked in person; of nobody else. Missing for a team's offer.")
    @NeedsScope("services:read")
    @GetMapping(ApiPath.V1 + "/offers/{id}/why")
    Optional<WhyAsked> why(Actor actor, @PathVariable OfferId id) {
        return why.of(actor, id).map(WhyAsked::of);
    }
}
