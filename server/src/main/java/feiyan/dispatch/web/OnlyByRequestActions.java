package feiyan.dispatch.web;

import feiyan.dispatch.OnlyByRequest;
import feiyan.orders.OrderId;
import feiyan.units.Actor;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The unit keeps an order's seats for those it asks, or opens them to all. */
@Controller
class OnlyByRequestActions {

    private final OnlyByRequest byRequest;

    OnlyByRequestActions(OnlyByRequest byRequest) {
        this.byRequest = byRequest;
    }

    @PostMapping("/orders/{id}/open-seats")
    ModelAndView set(Actor actor, @PathVariable OrderId id, @RequestParam boolean open, RedirectAttributes redirect) {
        return Back.to(
                "/orders/" + id.value(),
                byRequest.set(actor, id, !open),
                open ? "open_seats.opened" : "open_seats.kept",
                redirect);
    }
}
