package feiyan.attendance.web;

import feiyan.attendance.Attendance;
import feiyan.attendance.Reason;
import feiyan.dispatch.SeatId;
import feiyan.dispatch.Seats;
import feiyan.orders.OrderId;
import feiyan.units.Actor;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The word of the leader, or of the unit, for those who serve: here, gone, not come, ended early. */
@Controller
class RollActions {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final String LEADERS = "/team-offers";

    private final Attendance attendance;
    private final Seats seats;

    RollActions(Attendance attendance, Seats seats) {
        this.attendance = attendance;
        this.seats = seats;
    }

    /** For somebody at the door without a code. */
    @PostMapping("/seats/{id}/confirmation")
    ModelAndView confirm(
            Actor actor, @PathVariable SeatId id, @RequestParam Reason reason, RedirectAttributes redirect) {
        return Back.to(page(actor, id), attendance.confirm(actor, id, reason), "attendance.confirmed", redirect);
    }

    /** For when somebody left. */
    @PostMapping("/seats/{id}/settlement")
    ModelAndView settle(
            Actor actor, @PathVariable SeatId id, @RequestParam LocalDateTime left, RedirectAttributes redirect) {
        var at = left.atZone(CHINA).toInstant();
        var settled = attendance.settle(actor, id, at, Reason.FORGOTTEN);
        return Back.to(page(actor, id), settled, "attendance.settled", redirect);
    }

    @PostMapping("/seats/{id}/absence")
    ModelAndView miss(Actor actor, @PathVariable SeatId id, RedirectAttributes redirect) {
        return Back.to(page(actor, id), seats.miss(actor, id), "attendance.missed", redirect);
    }

    @PostMapping("/orders/{id}/break-off")
    ModelAndView breakOff(
            Actor actor, @PathVariable OrderId id, @RequestParam Reason reason, RedirectAttributes redirect) {
        var page = "/orders/" + id.value();
        return Back.to(page, attendance.breakOff(actor, id, reason), "attendance.broken_off", redirect);
    }

    /** A leader goes on with the team's orders, the unit with the order's roll. */
    private String page(Actor actor, SeatId id) {
        return seats.find(actor, id)
                .filter(seat -> !seats.leads(actor, seat))
                .map(seat -> "/orders/%s/roll".formatted(seat.facts().order().value()))
                .orElse(LEADERS);
    }
}
