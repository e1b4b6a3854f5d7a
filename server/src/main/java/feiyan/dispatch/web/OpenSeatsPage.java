package feiyan.dispatch.web;

import feiyan.dispatch.MyLimits;
import feiyan.dispatch.OpenSeatTaking;
import feiyan.dispatch.OpenSeats;
import feiyan.dispatch.OthersAsked;
import feiyan.dispatch.SeatId;
import feiyan.menu.ProjectId;
import feiyan.orders.OrderId;
import feiyan.platform.Outcome;
import feiyan.units.Actor;
import feiyan.web.Notice;
import feiyan.web.Pages;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a volunteer can take now, and why not the rest. One tap takes it; who comes too late finds others. */
@Controller
class OpenSeatsPage {

    static final String PAGE = "/open-seats";
    private static final String VIEW = "dispatch/open-seats";

    /** As many as a cheap phone shows well. */
    private static final int SHOWN = 20;

    private final OpenSeats seats;
    private final OpenSeatTaking taking;
    private final OthersAsked others;
    private final MyLimits limits;

    OpenSeatsPage(OpenSeats seats, OpenSeatTaking taking, OthersAsked others, MyLimits limits) {
        this.seats = seats;
        this.taking = taking;
        this.others = others;
        this.limits = limits;
    }

    @GetMapping(PAGE)
    ModelAndView list(
            Actor actor,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate day,
            @RequestParam(required = false) @Nullable ProjectId kind,
            @RequestParam(required = false) @Nullable String after) {
        return new ModelAndView(VIEW, model(actor, day, kind, after));
    }

    private Map<String, Object> model(
            Actor actor, @Nullable LocalDate day, @Nullable ProjectId kind, @Nullable String after) {
        var board = seats.of(actor);
        var list = new OpenSeatList(
                board.seats(), day, kind, OpenSeatKey.read(after).orElse(null));
        var next = list.next(SHOWN);
        var model = new HashMap<String, Object>();
        model.put("on", board.on());
        model.put("list", list);
        model.put("days", list.days());
        model.put("kinds", list.kinds());
        model.put("shown", list.byDay(SHOWN));
        model.put("next", next == null ? "" : OpenSeatKey.write(next));
        model.put("notForYou", board.notForYou());
        limits.of(actor).ifPresent(own -> model.put("limits", own));
        return model;
    }

    /** Whoever was too slow sees why, and what else there is. */
    @PostMapping("/open-seats/{id}/seat")
    ModelAndView take(Actor actor, @PathVariable OrderId id, @RequestParam Instant from, RedirectAttributes redirect) {
        if (!taking.reaches(actor, id)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return switch (taking.take(actor, id, from)) {
            case Outcome.Done<SeatId> _ -> {
                Notice.done("open_seats.taken").on(redirect);
                yield Pages.next("/my-day");
            }
            case Outcome.Refused<SeatId>(var refusal) ->
                Pages.refusedHere(VIEW, refusal, model(actor, null, null, null));
        };
    }

    @GetMapping("/open-seats/why-not")
    ModelAndView whyNot(Actor actor) {
        return new ModelAndView(
                "dispatch/others-asked", Map.of("others", others.of(actor), "days", OthersAsked.LOOKING_BACK.toDays()));
    }
}
