package feiyan.attendance.web;

import feiyan.attendance.Attendance;
import feiyan.attendance.DoorCode;
import feiyan.attendance.MyDay;
import feiyan.dispatch.SeatId;
import feiyan.units.Actor;
import feiyan.web.Mistakes;
import feiyan.web.Pages;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Where the camera leads: the code from the door is there already, one button checks in. Opening the link tries
 * nothing, so a link that somebody forwards neither checks anybody in nor uses up their tries.
 */
@Controller
class CheckInPage {

    static final String PAGE = "/check-in";
    private static final String VIEW = "attendance/check-in";

    private final MyDay days;
    private final Attendance attendance;

    CheckInPage(MyDay days, Attendance attendance) {
        this.days = days;
        this.attendance = attendance;
    }

    @GetMapping(PAGE)
    ModelAndView show(Actor actor, @RequestParam(defaultValue = "") String code) {
        var scanned = code.matches("[0-9]{6}") ? code : "";
        return new ModelAndView(VIEW, model(actor, scanned, scanned));
    }

    private Map<String, Object> model(Actor actor, String code, String scanned) {
        var day = days.of(actor);
        var model = new HashMap<String, Object>();
        model.put("code", code);
        model.put("scanned", scanned);
        model.put("services", day.atTheDoor());
        day.next().ifPresent(next -> model.put("next", next));
        return model;
    }

    /** @param scanned the code that the camera brought; what was changed by hand counts as typed */
    @PostMapping(PAGE)
    ModelAndView checkIn(
            Actor actor,
            @RequestParam(required = false) @Nullable SeatId seat,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String scanned,
            RedirectAttributes redirect) {
        if (seat == null) {
            var mistakes = new Mistakes().add("code", "day.choose");
            return Pages.again(VIEW, mistakes, model(actor, code, scanned));
        }
        var digits = code.strip();
        var outcome = attendance.checkIn(actor, seat, new DoorCode(digits, digits.equals(scanned)));
        return WrongCode.of(outcome, days.triesLeft(actor, seat), "code")
                .map(mistakes -> Pages.again(VIEW, mistakes, model(actor, code, scanned)))
                .orElseGet(() -> Back.to(MyDayPage.PAGE, outcome, "attendance.checked_in", redirect));
    }
}
