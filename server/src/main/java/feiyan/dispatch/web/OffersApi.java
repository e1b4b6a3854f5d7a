package feiyan.dispatch.web;

import feiyan.accounts.Persons;
import feiyan.dispatch.OfferId;
import feiyan.dispatch.Offers;
import feiyan.dispatch.Rolls;
import feiyan.orders.OrderId;
import feiyan.orders.Slot;
import feiyan.platform.Outcome;
import feiyan.units.Actor;
import feiyan.web.api.ApiPath;
import feiyan.web.api.IfMatch;
import feiyan.web.api.NeedsScope;
import feiyan.web.api.Unprocessable;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The dispatching unit asks teams and people. */
@RestController
@RequestMapping(ApiPath.V1 + "/orders/{id}")
class OffersApi {

    private final Offers offers;
    private final Rolls rolls;
    private final StandingTime times;
    private final Standings standings;
    private final Persons names;

    OffersApi(Offers offers, Rolls rolls, StandingTime times, Standings standings, Persons names) {
        this.offers = offers;
        this.rolls = rolls;
        this.times = times;
        this.standings = standings;
        this.names = names;
    }

    @Operation(
            summary = "Who is asked to serve an order, who waits and who said no; for its unit",
            description = "Names are shown to the staff in charge alone.")
    @NeedsScope("dispatch:read")
    @GetMapping("/offers")
    Optional<OffersOfOrder> list(Actor actor, @PathVariable OrderId id) {
        return rolls.of(actor, id).map(roll -> OffersOfOrder.of(roll, names.names(actor.county(), roll.people())));
    }

    @Operation(
            summary = "Ask teams and volunteers to serve an order: as needed, at once or in turn",
            description = "By the staff in charge. All offers of an order that are out propose the same time. "
                    + "Nobody has to say yes.")
    @NeedsScope("dispatch:write")
    @PostMapping("/offers")
    @ResponseStatus(HttpStatus.CREATED)
    Outcome<OffersMade> make(
            Actor actor, @PathVariable OrderId id, @IfMatch int version, @RequestBody OfferRequest request) {
        return offers.together(() -> asked(actor, id, version, time(actor, id, request), request))
                .map(made -> OffersMade.of(
                        standings.of(actor, id), made, request.whom().size() - made.size()));
    }

    private Slot time(Actor actor, OrderId id, OfferRequest request) {
        var order = times.heldInCharge(actor, id);
        var from = request.from();
        var standing = from == null ? times.of(actor, order) : Optional.<Slot>empty();
        Unprocessable.ifAny(request.mistakes(standing.isPresent()));
        return from == null ? standing.orElseThrow() : StandingTime.at(order, from);
    }

    private Outcome<List<OfferId>> asked(Actor actor, OrderId id, int version, Slot time, OfferRequest request) {
        return switch (request.asked()) {
            case AS_NEEDED -> offers.makeAsNeeded(actor, id, version, time, request.whom());
            case AT_ONCE -> offers.make(actor, id, version, time, request.whom());
            case IN_TURN -> offers.makeInTurn(actor, id, version, time, request.whom());
        };
    }

    @Operation(
            summary = "Go ahead with fewer people than the order has seats",
            description = "The time becomes the one for which those who said yes were asked.")
    @NeedsScope("dispatch:write")
    @PostMapping("/go-ahead")
    Outcome<OrderStanding> goAhead(Actor actor, @PathVariable OrderId id, @IfMatch int version) {
        return standings.after(actor, offers.goAhead(actor, id, version));
    }
}
