package feiyan.attendance.web;

import feiyan.attendance.MyServices;
import feiyan.dispatch.SeatId;
import feiyan.units.Actor;
import java.time.Instant;
import java.util.HashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What a volunteer has done, page by page. */
@Controller
class MyServicesPage {

    private final MyServices services;

    MyServicesPage(MyServices services) {
        this.services = services;
    }

    @GetMapping("/my-services")
    ModelAndView list(
            Actor actor,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) @Nullable Instant in,
            @RequestParam(required = false) @Nullable SeatId seat) {
        var page = services.past(actor, in == null || seat == null ? null : new MyServices.Place(in, seat));
        var next = page.next();
        var model = new HashMap<String, Object>();
        model.put("services", page.services());
        model.put("month", services.month(actor));
        if (next != null) {
            model.put(
                    "next",
                    "/my-services?in=" + next.in() + "&seat=" + next.seat().value());
        }
        return new ModelAndView("attendance/my-services", model);
    }
}
