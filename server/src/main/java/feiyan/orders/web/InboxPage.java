package feiyan.orders.web;

import feiyan.orders.DeskFacts;
import feiyan.orders.Inbox;
import feiyan.orders.OrderBook;
import feiyan.orders.OrderId;
import feiyan.orders.OrderLine;
import feiyan.orders.Pile;
import feiyan.units.Actor;
import feiyan.units.Role;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/**
 * The desk of a station, an institute or the center: what waits, the most pressing first, and beside it one order to
 * decide on. It is a page of links and forms; {@code desk-keys.js} presses them by single keys.
 */
@Controller
class InboxPage {

    private final Inbox inbox;
    private final OrderBook book;
    private final DeskFacts facts;
    private final OrderNames names;
    private final DeskActs acts;

    InboxPage(Inbox inbox, OrderBook book, DeskFacts facts, OrderNames names, DeskActs acts) {
        this.inbox = inbox;
        this.book = book;
        this.facts = facts;
        this.names = names;
        this.acts = acts;
    }

    /** @param at the order to decide on; where it has left the pile, the first */
    @GetMapping("/inbox")
    ModelAndView desk(
            Actor actor,
            @RequestParam(defaultValue = "REVIEW") Pile pile,
            @RequestParam(required = false) @Nullable OrderId at,
            @RequestParam(required = false) @Nullable Instant due,
            @RequestParam(required = false) @Nullable OrderId after) {
        if (!actor.holds(Role.CLERK) && !actor.holds(Role.DISPATCHER)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        var lines = inbox.pile(actor, pile, after == null ? null : new Inbox.After(due, after));
        var model = new HashMap<String, Object>();
        model.put("piles", List.of(Pile.values()));
        model.put("pile", pile);
        model.put("counts", inbox.counts(actor));
        model.put("hidden", inbox.hidden(actor));
        model.put("rows", rows(actor, lines));
        model.put("more", more(pile, lines));
        select(model, actor, lines, at);
        return new ModelAndView("orders/inbox", model);
    }

    private List<DeskRow> rows(Actor actor, List<OrderLine> lines) {
        var known = names.of(actor.county(), lines);
        var beside = facts.of(actor, lines.stream().map(OrderLine::id).toList());
        return lines.stream()
                .map(line -> {
                    var fact = beside.get(line.id());
                    var row = OrderRow.of(line, known);
                    return fact == null ? new DeskRow(row, false, 0) : new DeskRow(row, fact.mergeable(), fact.alike());
                })
                .toList();
    }

    /** The order beside the list, and the one after it, where the clerk goes on. */
    private void select(Map<String, Object> model, Actor actor, List<OrderLine> lines, @Nullable OrderId at) {
        int chosen = lines.stream().map(OrderLine::id).toList().indexOf(at);
        int index = Math.max(chosen, 0);
        model.put("at", lines.isEmpty() ? null : lines.get(index).id());
        model.put(
                "next",
                lines.size() < 2
                        ? null
                        : lines.get(index + 1 < lines.size() ? index + 1 : index - 1)
                                .id());
        if (!lines.isEmpty()) {
            book.find(actor, lines.get(index).id()).ifPresent(order -> {
                var known = names.of(actor.county(), order);
                model.put("order", order);
                model.put("names", known);
                model.put("project", known.project(order.project()));
                model.put("look", StateLook.of(order.state()));
                model.put(
                        "said",
                        order.notes().values().stream()
                                .reduce((first, last) -> last)
                                .orElse(null));
                model.put("mine", order.asks());
                acts.into(model, actor, order);
            });
        }
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
