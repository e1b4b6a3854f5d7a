package feiyan.dispatch.web;

import feiyan.dispatch.NoShows;
import feiyan.dispatch.OfferId;
import feiyan.dispatch.Offers;
import feiyan.dispatch.Recalls;
import feiyan.orders.OrderId;
import feiyan.platform.Outcome;
import feiyan.units.Actor;
import feiyan.web.api.ApiPath;
import feiyan.web.api.IfMatch;
import feiyan.web.api.NeedsScope;
import io.swagger.v3.oas.annotations.Operation;
import java.util.UUID;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The unit asks no more: one, those who wait, or everybody; and "nobody came". */
@RestController
@RequestMapping(ApiPath.V1)
class RecallsApi {

    private final Offers offers;
    private final Recalls recalls;
    private final NoShows noShows;
    private final Standings standings;

    RecallsApi(Offers offers, Recalls recalls, NoShows noShows, Standings standings) {
        this.offers = offers;
        this.recalls = recalls;
        this.noShows = noShows;
        this.standings = standings;
    }

    record OfferWithdrawn(UUID offer) {}

    @Operation(
            summary = "Take back an offer that nobody answers, or that its team cannot fill",
            description = "By the staff in charge; not once somebody has a seat by it.")
    @NeedsScope("dispatch:write")
    @PostMapping("/offers/{id}/withdrawal")
    Outcome<OfferWithdrawn> withdraw(Actor actor, @PathVariable OfferId id) {
        return offers.withdraw(actor, id).map(offer -> new OfferWithdrawn(offer.value()));
    }

    @Operation(
            summary = "Ask no more of those who wait for their turn",
            description = "Who is asked already may still answer.")
    @NeedsScope("dispatch:write")
    @PostMapping("/orders/{id}/waiting-withdrawal")
    Outcome<OrderStanding> waiting(Actor actor, @PathVariable OrderId id) {
        return standings.after(actor, recalls.waiting(actor, id));
    }

    @Operation(
            summary = "Set free everybody who was asked, to ask anew for another time",
            description = "Who was asked, and who said yes before anything was agreed, is free again.")
    @NeedsScope("dispatch:write")
    @PostMapping("/orders/{id}/fresh-start")
    Outcome<OrderStanding> everybody(Actor actor, @PathVariable OrderId id, @IfMatch int version) {
        return standings.after(actor, recalls.everybody(actor, id, version));
    }

    @Operation(
            summary = "Say that nobody came; the order goes back to its dispatcher",
            description = "By the requester or the unit, a little after the time agreed.")
    @NeedsScope("orders:write")
    @PostMapping("/orders/{id}/no-show")
    Outcome<OrderStanding> nobodyCame(Actor actor, @PathVariable OrderId id, @IfMatch int version) {
        return standings.after(actor, noShows.nobodyCame(actor, id, version));
    }
}
