package feiyan.orders.web;

import feiyan.orders.Complaint;
import feiyan.orders.ComplaintBook;
import feiyan.orders.ComplaintId;
import feiyan.orders.Complaints;
import feiyan.orders.OrderBook;
import feiyan.orders.OrderId;
import feiyan.orders.OrderView;
import feiyan.platform.Outcome;
import feiyan.units.Actor;
import feiyan.units.Units;
import feiyan.web.Notice;
import feiyan.web.Pages;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where a requester begins a complaint, and where those above find what waits for them. */
@Controller
class ComplaintsPage {

    private final Complaints complaints;
    private final ComplaintBook said;
    private final OrderBook book;
    private final Units units;

    ComplaintsPage(Complaints complaints, ComplaintBook said, OrderBook book, Units units) {
        this.complaints = complaints;
        this.said = said;
        this.book = book;
        this.units = units;
    }

    @GetMapping("/orders/{id}/complaints/new")
    ModelAndView form(Actor actor, @PathVariable OrderId id) {
        return new ModelAndView("orders/new-complaint", Map.of("order", mine(actor, id), "words", ""));
    }

    private OrderView mine(Actor actor, OrderId id) {
        return book.find(actor, id)
                .filter(order -> order.asks())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    @PostMapping("/orders/{id}/complaints")
    ModelAndView open(
            Actor actor,
            @PathVariable OrderId id,
            @RequestParam(defaultValue = "") String words,
            RedirectAttributes redirect) {
        return switch (complaints.open(actor, id, words)) {
            case Outcome.Done<ComplaintId>(var complaint) -> {
                Notice.done("complaint.opened").on(redirect);
                yield Pages.next("/complaints/" + complaint.value());
            }
            case Outcome.Refused(var refusal) ->
                ComplaintPage.isTyped(refusal)
                        ? Pages.again(
                                "orders/new-complaint",
                                ComplaintPage.mistake("words", refusal),
                                Map.of("order", mine(actor, id), "words", words))
                        : Pages.refusedHere(
                                "orders/new-complaint", refusal, Map.of("order", mine(actor, id), "words", words));
        };
    }

    @GetMapping("/complaints")
    ModelAndView list(
            Actor actor,
            @RequestParam(defaultValue = "false") boolean all,
            @RequestParam(required = false) @Nullable Instant due,
            @RequestParam(required = false) @Nullable ComplaintId after) {
        if (!actor.isStaff()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        var rows = all ? said.all(actor, after) : said.waiting(actor, due, after);
        var model = new HashMap<String, Object>();
        model.put("all", all);
        model.put("rows", rows);
        model.put(
                "units",
                units.names(actor.county(), rows.stream().map(Complaint::about).collect(Collectors.toSet())));
        model.put("more", more(all, rows));
        return new ModelAndView("orders/complaints", model);
    }

    private static @Nullable String more(boolean all, List<Complaint> rows) {
        if (rows.size() < ComplaintBook.PAGE) {
            return null;
        }
        var last = rows.getLast();
        var from = all ? "?all=true" : "?due=" + last.due();
        return "/complaints" + from + "&after=" + last.id().value();
    }
}
