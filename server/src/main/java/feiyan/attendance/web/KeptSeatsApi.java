package feiyan.attendance.web;

import feiyan.attendance.Attendance;
import feiyan.attendance.Corrections;
import feiyan.attendance.MissReason;
import feiyan.attendance.Reason;
import feiyan.dispatch.SeatId;
import feiyan.dispatch.Seats;
import feiyan.orders.OrderId;
import feiyan.platform.Outcome;
import feiyan.units.Actor;
import feiyan.web.api.ApiPath;
import feiyan.web.api.IfMatch;
import feiyan.web.api.NeedsScope;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The word of the leader, or of the unit, for one who serves: here, gone, not come, put right. */
@RestController
@RequestMapping(ApiPath.V1)
class KeptSeatsApi {

    private final Attendance attendance;
    private final Corrections corrections;
    private final Seats seats;
    private final SeatAnswers answers;

    KeptSeatsApi(Attendance attendance, Corrections corrections, Seats seats, SeatAnswers answers) {
        this.attendance = attendance;
        this.corrections = corrections;
        this.seats = seats;
        this.answers = answers;
    }

    record WithReason(Reason reason) {}

    @Operation(
            summary = "Confirm that somebody is there who has no code at hand; by the leader or the unit",
            description = "For who has no code or no telephone at hand. Nobody confirms themselves.")
    @NeedsScope("services:write")
    @PostMapping("/seats/{id}/confirmation")
    Outcome<SeatPresence> confirm(Actor keeper, @PathVariable SeatId id, @RequestBody WithReason because) {
        return answers.kept(keeper, attendance.confirm(keeper, id, because.reason()));
    }

    /** @param reason what those who waited know of why; {@code NO_WORD} where left out */
    record Absence(@Nullable MissReason reason) {}

    @Operation(
            summary = "Say that somebody did not come; by the leader or the unit",
            description = "From the beginning on. When nobody came the order goes back to its dispatcher.")
    @NeedsScope("services:write")
    @PostMapping("/seats/{id}/absence")
    Outcome<OrderAfter> miss(
            Actor keeper, @PathVariable SeatId id, @RequestBody(required = false) @Nullable Absence missed) {
        var reason = missed == null || missed.reason() == null ? MissReason.NO_WORD : missed.reason();
        return answers.order(keeper, seats.miss(keeper, id, reason.code()));
    }

    /** @param left when; {@code FORGOTTEN} is the reason where none is said */
    record Settlement(Instant left, @Nullable Reason reason) {

        Reason why() {
            return reason == null ? Reason.FORGOTTEN : reason;
        }
    }

    @Operation(
            summary = "End what somebody forgot to, at the moment at which they left; by the leader or the unit",
            description = "Not before they came, and not long after the time agreed.")
    @NeedsScope("services:write")
    @PostMapping("/seats/{id}/settlement")
    Outcome<SeatPresence> settle(Actor keeper, @PathVariable SeatId id, @RequestBody Settlement left) {
        return answers.kept(keeper, attendance.settle(keeper, id, left.left(), left.why()));
    }

    record CorrectionRequest(Instant in, Instant out, Reason reason) {}

    @Operation(
            summary = "Put right when somebody came and went; minutes follow, what stood before is kept",
            description = "If-Match names how many corrections were read. Nobody corrects their own.")
    @NeedsScope("services:write")
    @PostMapping("/seats/{id}/corrections")
    Outcome<SeatPresence> correct(
            Actor keeper, @PathVariable SeatId id, @IfMatch int seen, @RequestBody CorrectionRequest correcting) {
        var corrected = corrections.correct(keeper, id, seen, correcting.in(), correcting.out(), correcting.reason());
        return answers.kept(keeper, corrected);
    }

    @Operation(
            summary = "End a service before its time; the order is offered anew",
            description = "Who is there is checked out now, and their minutes count.")
    @NeedsScope("services:write")
    @PostMapping("/orders/{id}/break-off")
    Outcome<OrderAfter> breakOff(Actor actor, @PathVariable OrderId id, @RequestBody WithReason because) {
        return answers.order(actor, attendance.breakOff(actor, id, because.reason()));
    }
}
