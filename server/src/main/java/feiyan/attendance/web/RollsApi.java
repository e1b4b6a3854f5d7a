package feiyan.attendance.web;

import feiyan.accounts.Persons;
import feiyan.attendance.Presence;
import feiyan.attendance.Presences;
import feiyan.dispatch.Rolls;
import feiyan.dispatch.SeatId;
import feiyan.orders.OrderId;
import feiyan.units.Actor;
import feiyan.web.api.ApiPath;
import feiyan.web.api.NeedsScope;
import io.swagger.v3.oas.annotations.Operation;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who comes and who was there, for whoever keeps the roll. */
@RestController
@RequestMapping(ApiPath.V1)
class RollsApi {

    private final Rolls rolls;
    private final Presences presences;
    private final SeatModel seats;
    private final Persons names;

    RollsApi(Rolls rolls, Presences presences, SeatModel seats, Persons names) {
        this.rolls = rolls;
        this.presences = presences;
        this.seats = seats;
        this.names = names;
    }

    @Operation(
            summary = "Who comes to an order and who was there; for its unit",
            description = "For the staff in charge; to everybody else there is no such roll.")
    @NeedsScope("dispatch:read")
    @GetMapping("/orders/{id}/roll")
    Optional<RollView> roll(Actor actor, @PathVariable OrderId id) {
        return rolls.of(actor, id)
                .map(roll -> RollView.of(
                        roll,
                        names.names(actor.county(), roll.people()),
                        presences.of(roll).stream().collect(Collectors.toMap(Presence::seat, Function.identity()))));
    }

    @Operation(
            summary = "One seat with its moments and corrections; for the leader or the unit",
            description = "Its ETag begins with the number of corrections, which a further one names.")
    @NeedsScope("services:read")
    @GetMapping("/seats/{id}/roll")
    SeatView seat(Actor keeper, @PathVariable SeatId id) {
        return seats.view(keeper, id);
    }
}
