package feiyan.attendance.web;

import feiyan.attendance.Attendance;
import feiyan.attendance.Reason;
import feiyan.orders.OrderId;
import feiyan.units.Actor;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The word of the leader, or of the unit, for the whole service: it ended early. */
@Controller
class RollActions {

    private final Attendance attendance;

    RollActions(Attendance attendance) {
        this.attendance = attendance;
    }

    @PostMapping("/orders/{id}/break-off")
    ModelAndView breakOff(
            Actor actor, @PathVariable OrderId id, @RequestParam Reason reason, RedirectAttributes redirect) {
        var page = "/orders/" + id.value();
        return Back.to(page, attendance.breakOff(actor, id, reason), "attendance.broken_off", redirect);
    }
}
