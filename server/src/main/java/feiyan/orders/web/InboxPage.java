package feiyan.orders.web;

import feiyan.orders.Inbox;
import feiyan.orders.OrderId;
import feiyan.orders.OrderLine;
import feiyan.orders.Pile;
import feiyan.units.Actor;
import feiyan.units.Role;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The desk of a station, an institute or the center: what waits, the most pressing first. */
@Controller
class InboxPage {

    private final Inbox inbox;
    private final OrderNames names;

    InboxPage(Inbox inbox, OrderNames names) {
        this.inbox = inbox;
        this.names = names;
    }

    @GetMapping("/inbox")
    ModelAndView desk(
            Actor actor,
            @RequestParam(defaultValue = "REVIEW") Pile pile,
            @RequestParam(required = false) @Nullable Instant due,
            @RequestParam(required = false) @Nullable OrderId after) {
        if (!actor.holds(Role.CLERK) && !actor.holds(Role.DISPATCHER)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        var lines = inbox.pile(actor, pile, after == null ? null : new Inbox.After(due, after));
        var known = names.of(actor.county(), lines);
        var model = new HashMap<String, Object>();
        model.put("piles", List.of(Pile.values()));
        model.put("pile", pile);
        model.put("counts", inbox.counts(actor));
        model.put("hidden", inbox.hidden(actor));
        model.put("rows", lines.stream().map(line -> OrderRow.of(line, known)).toList());
        model.put("more", more(pile, lines));
        return new ModelAndView("orders/inbox", model);
    }

    private static @Nullable String more(Pile pile, List<OrderLine> lines) {
        if (lines.size() < Inbox.PAGE) {
            return null;
        }
        var last = lines.getLast();
        var due = last.due() == null ? "" : "&due=" + last.due();
        return "/inbox?pile=" + pile + due + "&after=" + last.id().value();
    }
}
