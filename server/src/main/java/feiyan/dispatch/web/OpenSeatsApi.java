package feiyan.dispatch.web;

import feiyan.dispatch.MyLimits;
import feiyan.dispatch.OpenSeatTaking;
import feiyan.dispatch.OpenSeats;
import feiyan.dispatch.OthersAsked;
import feiyan.dispatch.SeatId;
import feiyan.dispatch.web.OpenSeatView.AskedOthers;
import feiyan.dispatch.web.OpenSeatView.NotForMe;
import feiyan.dispatch.web.OpenSeatView.WhyNotMe;
import feiyan.menu.ProjectId;
import feiyan.orders.OrderId;
import feiyan.orders.State;
import feiyan.platform.Outcome;
import feiyan.units.Actor;
import feiyan.web.api.ApiPath;
import feiyan.web.api.NeedsScope;
import feiyan.web.api.Paging;
import feiyan.web.api.Slice;
import feiyan.web.api.Unprocessable;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a volunteer can take now, takes, and why not the rest. */
@RestController
@RequestMapping(ApiPath.V1)
class OpenSeatsApi {

    private final OpenSeats seats;
    private final OpenSeatTaking taking;
    private final OthersAsked others;
    private final MyLimits limits;
    private final Standings standings;

    OpenSeatsApi(OpenSeats seats, OpenSeatTaking taking, OthersAsked others, MyLimits limits, Standings standings) {
        this.seats = seats;
        this.taking = taking;
        this.others = others;
        this.limits = limits;
        this.standings = standings;
    }

    @Operation(
            summary = "Open seats that oneself could take now, the soonest day first, of a day the nearest",
            description = "Only those that no rule keeps from one, each at the soonest time that suits. "
                    + "Nothing that says for whom.")
    @NeedsScope("services:read")
    @GetMapping("/open-seats")
    Slice<OpenSeatView> list(
            Actor actor,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate day,
            @RequestParam(required = false) @Nullable ProjectId kind,
            Paging paging) {
        var list = new OpenSeatList(seats.of(actor).seats(), day, kind, OpenSeatKey.read(paging.cursor()));
        var next = list.next(paging.limit());
        return new Slice<>(
                list.chosen().stream()
                        .limit(paging.limit())
                        .map(OpenSeatView::of)
                        .toList(),
                next == null ? null : OpenSeatKey.cursor(next));
    }

    /** @param from when it begins, as the list told it */
    record SeatWish(@Nullable Instant from) {}

    /** What became of it: the seat, and how its order stands now. */
    record SeatTaken(UUID seat, UUID order, State orderState, int orderVersion) {}

    @Operation(
            summary = "Take an open seat unasked",
            description = "By a volunteer whom no rule keeps from it, judged again at that moment; "
                    + "the time is one that the list told.")
    @NeedsScope("services:write")
    @PostMapping("/open-seats/{id}/seat")
    Outcome<SeatTaken> take(Actor actor, @PathVariable OrderId id, @RequestBody SeatWish wish) {
        var from = wish.from();
        if (from == null) {
            throw Unprocessable.of("from", "mistake.missing");
        }
        return taking.take(actor, id, from).map(seat -> taken(actor, id, seat));
    }

    private SeatTaken taken(Actor actor, OrderId id, SeatId seat) {
        var order = standings.of(actor, id);
        return new SeatTaken(seat.value(), id.value(), order.state(), order.version());
    }

    @Operation(
            summary =
                    "Why not me: open seats of one's own village that are not for one, and whom others were asked for",
            description = "In codes, of oneself alone; never who else. Others were asked: of the last fourteen days.")
    @NeedsScope("services:read")
    @GetMapping("/open-seats/why-not")
    WhyNotMe whyNot(Actor actor) {
        return new WhyNotMe(
                seats.of(actor).notForYou().stream().map(NotForMe::of).toList(),
                others.of(actor).stream().map(AskedOthers::of).toList());
    }

    /** Minutes of service, from Monday to Sunday, and when to rest. */
    record ServiceLimits(
            int thisWeek,
            int nextWeek,
            int limit,
            int mostInADay,
            long restMinutes,
            @Nullable Instant restUntil) {

        static ServiceLimits of(MyLimits.Limits limits) {
            return new ServiceLimits(
                    limits.thisWeek(),
                    limits.nextWeek(),
                    limits.limit(),
                    limits.mostInADay(),
                    limits.rest().toMinutes(),
                    limits.restUntil());
        }
    }

    @Operation(
            summary = "How much one has taken on this week and the next, and when to rest",
            description = "What the rules will say of the next service, told before. Missing for who is no volunteer.")
    @NeedsScope("services:read")
    @GetMapping("/service-limits")
    Optional<ServiceLimits> limits(Actor actor) {
        return limits.of(actor).map(ServiceLimits::of);
    }
}
