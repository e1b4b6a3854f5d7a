package feiyan.dispatch.web;

import feiyan.accounts.PersonId;
import feiyan.dispatch.OfferId;
import feiyan.dispatch.SeatId;
import feiyan.dispatch.Seats;
import feiyan.dispatch.Swaps;
import feiyan.platform.Outcome;
import feiyan.units.Actor;
import feiyan.web.api.ApiPath;
import feiyan.web.api.NeedsScope;
import feiyan.web.api.Unprocessable;
import io.swagger.v3.oas.annotations.Operation;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who of the team goes: put on, taken off, swapped. */
@RestController
@RequestMapping(ApiPath.V1)
class LeaderApi {

    private final Seats seats;
    private final Swaps swaps;
    private final Standings standings;

    LeaderApi(Seats seats, Swaps swaps, Standings standings) {
        this.seats = seats;
        this.swaps = swaps;
        this.standings = standings;
    }

    record MembersToPut(Set<UUID> members) {

        Set<PersonId> people() {
            if (members.isEmpty()) {
                throw Unprocessable.of("members", "dispatch.members.nobody");
            }
            return members.stream().map(PersonId::new).collect(Collectors.toSet());
        }
    }

    @Operation(
            summary = "Put members of the team on an order that it took, all of them or none",
            description = "By the leader of the team that took it. With all seats filled the time is agreed.")
    @NeedsScope("services:write")
    @PostMapping("/offers/{id}/seats")
    Outcome<OrderStanding> put(Actor leader, @PathVariable OfferId id, @RequestBody MembersToPut members) {
        return standings.after(leader, seats.put(leader, id, members.people()));
    }

    record MemberSwap(UUID instead) {

        PersonId person() {
            return new PersonId(instead);
        }
    }

    @Operation(
            summary = "Send another member of the team instead",
            description = "One gives the seat back and the other takes it, both or neither.")
    @NeedsScope("services:write")
    @PostMapping("/seats/{id}/swap")
    Outcome<OrderStanding> swap(Actor leader, @PathVariable SeatId id, @RequestBody MemberSwap swap) {
        return standings.after(leader, swaps.swap(leader, id, swap.person()));
    }

    @Operation(
            summary = "Take a member off who cannot come, while nobody is sent instead yet",
            description = "By the leader, before the service begins.")
    @NeedsScope("services:write")
    @PostMapping("/seats/{id}/removal")
    Outcome<OrderStanding> remove(
            Actor leader, @PathVariable SeatId id, @RequestBody(required = false) @Nullable Returning returning) {
        return standings.after(leader, seats.giveBack(leader, id, Returning.code(returning)));
    }
}
