package feiyan.dispatch.web;

import feiyan.calendar.WorkingTime;
import feiyan.dispatch.MoveReason;
import feiyan.dispatch.ProposalSide;
import feiyan.dispatch.TimeProposalId;
import feiyan.dispatch.TimeProposals;
import feiyan.orders.OrderId;
import feiyan.units.Actor;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Another time: asked for, said yes or no to, taken back; each leads back to the order. */
@Controller
class TimeProposalActions {

    private final TimeProposals proposals;

    TimeProposalActions(TimeProposals proposals) {
        this.proposals = proposals;
    }

    @PostMapping("/orders/{id}/time-proposals")
    ModelAndView propose(
            Actor actor,
            @PathVariable OrderId id,
            @RequestParam ProposalSide side,
            @RequestParam LocalDate day,
            @RequestParam LocalTime hour,
            RedirectAttributes redirect) {
        return Back.to(page(id), proposals.propose(actor, id, side, at(day, hour)), "moves.asked", redirect);
    }

    @PostMapping("/orders/{id}/agreed-time")
    ModelAndView agreed(
            Actor actor,
            @PathVariable OrderId id,
            @RequestParam int version,
            @RequestParam MoveReason reason,
            @RequestParam LocalDate day,
            @RequestParam LocalTime hour,
            RedirectAttributes redirect) {
        var moved = proposals.agreedByTelephone(actor, id, version, at(day, hour), reason);
        return Back.to(page(id), moved, "moves.moved", redirect);
    }

    @PostMapping("/orders/{order}/time-proposals/{id}/acceptance")
    ModelAndView accept(
            Actor actor, @PathVariable OrderId order, @PathVariable TimeProposalId id, RedirectAttributes redirect) {
        return Back.to(page(order), proposals.accept(actor, id), "moves.moved", redirect);
    }

    @PostMapping("/orders/{order}/time-proposals/{id}/refusal")
    ModelAndView decline(
            Actor actor, @PathVariable OrderId order, @PathVariable TimeProposalId id, RedirectAttributes redirect) {
        return Back.to(page(order), proposals.decline(actor, id), "moves.stays", redirect);
    }

    @PostMapping("/orders/{order}/time-proposals/{id}/withdrawal")
    ModelAndView withdraw(
            Actor actor, @PathVariable OrderId order, @PathVariable TimeProposalId id, RedirectAttributes redirect) {
        return Back.to(page(order), proposals.withdraw(actor, id), "moves.withdrawn", redirect);
    }

    private static Instant at(LocalDate day, LocalTime hour) {
        return day.atTime(hour).atZone(WorkingTime.ZONE).toInstant();
    }

    private static String page(OrderId id) {
        return "/orders/" + id.value();
    }
}
