package feiyan.attendance.web;

import feiyan.attendance.Attendance;
import feiyan.attendance.Presence;
import feiyan.dispatch.MyService;
import feiyan.dispatch.SeatId;
import feiyan.dispatch.SeatLine;
import feiyan.dispatch.Seats;
import feiyan.platform.Outcome;
import feiyan.units.Actor;
import feiyan.web.Mistakes;
import feiyan.web.Pages;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A volunteer's day: what to answer, where to go, there and gone again. */
@Controller
class MyDayPage {

    private static final String PAGE = "/my-day";
    private static final String VIEW = "attendance/my-day";

    private final MyService mine;
    private final Attendance attendance;
    private final Seats seats;
    private final InstantSource clock;

    MyDayPage(MyService mine, Attendance attendance, Seats seats, InstantSource clock) {
        this.mine = mine;
        this.attendance = attendance;
        this.seats = seats;
        this.clock = clock;
    }

    @GetMapping(PAGE)
    ModelAndView day(Actor actor) {
        return new ModelAndView(VIEW, model(actor));
    }

    private Map<String, Object> model(Actor actor) {
        var seats = mine.seats(actor).stream().sorted(toComeFirst()).toList();
        var model = new HashMap<String, Object>();
        model.put("asked", mine.toAnswer(actor));
        model.put("seats", seats);
        model.put(
                "presences",
                attendance.of(actor, seats.stream().map(SeatLine::seat).toList()).stream()
                        .collect(Collectors.toMap(Presence::seat, Function.identity())));
        return model;
    }

    /** What is to come, the soonest first; then what was never ended; then what is over, the latest first. */
    private Comparator<SeatLine> toComeFirst() {
        var now = clock.instant();
        Comparator<SeatLine> start = Comparator.comparing(seat -> seat.time().from());
        return Comparator.comparing(SeatLine::isOver)
                .thenComparing(seat -> seat.time().to().isBefore(now))
                .thenComparing((a, b) -> a.isOver() ? start.compare(b, a) : start.compare(a, b));
    }

    /** A wrong code is a slip of the finger: the same page with the field to try again. */
    @PostMapping("/seats/{id}/check-in")
    ModelAndView checkIn(
            Actor actor,
            @PathVariable SeatId id,
            @RequestParam(defaultValue = "") String code,
            RedirectAttributes redirect) {
        var outcome = attendance.checkIn(actor, id, code);
        if (outcome.equals(Outcome.refused("attendance.wrong_code"))) {
            var mistakes = new Mistakes().add("code-" + id.value(), "refusal.attendance.wrong_code.next");
            return Pages.again(VIEW, mistakes, model(actor));
        }
        return Back.to(PAGE, outcome, "attendance.checked_in", redirect);
    }

    @PostMapping("/seats/{id}/check-out")
    ModelAndView checkOut(Actor actor, @PathVariable SeatId id, RedirectAttributes redirect) {
        return Back.to(PAGE, attendance.checkOut(actor, id), "attendance.checked_out", redirect);
    }

    @PostMapping("/seats/{id}/return")
    ModelAndView giveBack(Actor actor, @PathVariable SeatId id, RedirectAttributes redirect) {
        return Back.to(PAGE, seats.giveBack(actor, id, null), "attendance.given_back", redirect);
    }
}
