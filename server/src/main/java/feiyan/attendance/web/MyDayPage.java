package feiyan.attendance.web;

import feiyan.accounts.PersonId;
import feiyan.accounts.Persons;
import feiyan.attendance.Attendance;
import feiyan.attendance.DaySeat;
import feiyan.attendance.MyDay;
import feiyan.attendance.MyServices;
import feiyan.dispatch.MyLimits;
import feiyan.dispatch.MyService;
import feiyan.dispatch.SeatId;
import feiyan.dispatch.Seats;
import feiyan.units.Actor;
import feiyan.web.Pages;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A volunteer's day: today, to come, to answer; there and gone again. */
@Controller
class MyDayPage {

    static final String PAGE = "/my-day";
    private static final String VIEW = "attendance/my-day";

    private final MyDay days;
    private final MyServices services;
    private final MyService mine;
    private final Attendance attendance;
    private final Seats seats;
    private final Persons names;
    private final MyLimits limits;

    MyDayPage(
            MyDay days,
            MyServices services,
            MyService mine,
            Attendance attendance,
            Seats seats,
            Persons names,
            MyLimits limits) {
        this.days = days;
        this.services = services;
        this.mine = mine;
        this.attendance = attendance;
        this.seats = seats;
        this.names = names;
        this.limits = limits;
    }

    @GetMapping(PAGE)
    ModelAndView day(Actor actor) {
        return new ModelAndView(VIEW, model(actor));
    }

    private Map<String, Object> model(Actor actor) {
        var day = days.of(actor);
        var model = new HashMap<String, Object>();
        model.put("day", day);
        model.put("asked", mine.toAnswer(actor));
        model.put("month", services.month(actor));
        model.put("names", names.names(actor.county(), companions(day)));
        model.put("declining", WhyNot.DECLINING);
        model.put("givingBack", WhyNot.GIVING_BACK);
        limits.of(actor).ifPresent(own -> model.put("limits", own));
        return model;
    }

    static List<PersonId> companions(MyDay.Day day) {
        return Stream.concat(day.today().stream(), day.toCome().stream())
                .map(DaySeat::companions)
                .flatMap(List::stream)
                .distinct()
                .toList();
    }

    /** A wrong code is a slip of the finger: the same page with the field to try again. */
    @PostMapping("/seats/{id}/check-in")
    ModelAndView checkIn(
            Actor actor,
            @PathVariable SeatId id,
            @RequestParam(defaultValue = "") String code,
            RedirectAttributes redirect) {
        var outcome = attendance.checkIn(actor, id, code);
        return WrongCode.of(outcome, days.triesLeft(actor, id), "code-" + id.value())
                .map(mistakes -> Pages.again(VIEW, mistakes, model(actor)))
                .orElseGet(() -> Back.to(PAGE, outcome, "attendance.checked_in", redirect));
    }

    @PostMapping("/seats/{id}/check-out")
    ModelAndView checkOut(Actor actor, @PathVariable SeatId id, RedirectAttributes redirect) {
        return Back.to(PAGE, attendance.checkOut(actor, id), "attendance.checked_out", redirect);
    }

    @PostMapping("/seats/{id}/return")
    ModelAndView giveBack(
            Actor actor,
            @PathVariable SeatId id,
            @RequestParam(required = false) @Nullable WhyNot reason,
            RedirectAttributes redirect) {
        var code = reason == null ? null : reason.code();
        return Back.to(PAGE, seats.giveBack(actor, id, code), "attendance.given_back", redirect);
    }
}
