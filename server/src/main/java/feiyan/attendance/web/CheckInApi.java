package feiyan.attendance.web;

import feiyan.attendance.Attendance;
import feiyan.attendance.DoorCode;
import feiyan.dispatch.SeatId;
import feiyan.dispatch.Seats;
import feiyan.orders.OrderId;
import feiyan.platform.Outcome;
import feiyan.units.Actor;
import feiyan.web.api.ApiPath;
import feiyan.web.api.NeedsScope;
import io.swagger.v3.oas.annotations.Operation;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** There and gone again, by whoever serves. */
@RestController
@RequestMapping(ApiPath.V1)
class CheckInApi {

    private final Attendance attendance;
    private final Seats seats;
    private final SeatAnswers answers;

    CheckInApi(Attendance attendance, Seats seats, SeatAnswers answers) {
        this.attendance = attendance;
        this.seats = seats;
        this.answers = answers;
    }

    /**
     * @param code the six digits from the door; a remote service begins without
     * @param scanned whether a camera read them
     */
    record Arrival(@Nullable String code, @Nullable Boolean scanned) {

        DoorCode door() {
            return new DoorCode(code == null ? "" : code.strip(), scanned != null && scanned);
        }
    }

    @Operation(
            summary = "Check in at the door with the requester’s code, typed or scanned",
            description = "The first to come starts the service. After five wrong codes one waits.")
    @NeedsScope("services:write")
    @PostMapping("/seats/{id}/check-in")
    Outcome<SeatPresence> checkIn(
            Actor volunteer, @PathVariable SeatId id, @RequestBody(required = false) @Nullable Arrival arrival) {
        var door = arrival == null ? new DoorCode("", false) : arrival.door();
        return SeatAnswers.own(attendance.checkIn(volunteer, id, door));
    }

    @Operation(
            summary = "Check out; the minutes of service follow from the two moments",
            description = "The last to go finishes the service. Long after the end the leader settles it.")
    @NeedsScope("services:write")
    @PostMapping("/seats/{id}/check-out")
    Outcome<SeatPresence> checkOut(Actor volunteer, @PathVariable SeatId id) {
        return SeatAnswers.own(attendance.checkOut(volunteer, id));
    }

    /** @param reason for those who want to say; nobody has to */
    record SeatReturn(@Nullable WhyNot reason) {}

    @Operation(
            summary = "Give one’s own seat back before the service begins",
            description = "The place is offered anew; it costs nothing.")
    @NeedsScope("services:write")
    @PostMapping("/seats/{id}/return")
    Outcome<OrderAfter> giveBack(
            Actor volunteer, @PathVariable SeatId id, @RequestBody(required = false) @Nullable SeatReturn returning) {
        var reason = returning == null ? null : returning.reason();
        return answers.order(volunteer, seats.giveBack(volunteer, id, reason == null ? null : reason.code()));
    }

    record DoorDigits(String code) {}

    @Operation(
            summary = "The code that the requester tells whoever comes, while there is somebody to let in",
            description = "For the requester alone, from the time's being agreed until the service is over.")
    @NeedsScope("orders:read")
    @GetMapping("/orders/{id}/check-in-code")
    Optional<DoorDigits> code(Actor requester, @PathVariable OrderId id) {
        return attendance.code(requester, id).map(DoorDigits::new);
    }
}
