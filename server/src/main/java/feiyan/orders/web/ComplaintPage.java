package feiyan.orders.web;

import feiyan.menu.Menu;
import feiyan.orders.Complaint;
import feiyan.orders.ComplaintBook;
import feiyan.orders.ComplaintId;
import feiyan.orders.Complaints;
import feiyan.platform.Outcome;
import feiyan.platform.Refusal;
import feiyan.units.Actor;
import feiyan.units.UnitId;
import feiyan.units.Units;
import feiyan.web.Mistakes;
import feiyan.web.Notice;
import feiyan.web.Pages;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One complaint, for the requester and for those above: what was said, and what each can do next. */
@Controller
class ComplaintPage {

    private final Complaints complaints;
    private final ComplaintBook book;
    private final Units units;
    private final Menu menu;

    ComplaintPage(Complaints complaints, ComplaintBook book, Units units, Menu menu) {
        this.complaints = complaints;
        this.book = book;
        this.units = units;
        this.menu = menu;
    }

    @GetMapping("/complaints/{id}")
    ModelAndView show(Actor actor, @PathVariable ComplaintId id) {
        return new ModelAndView("orders/complaint", model(actor, id));
    }

    private Map<String, Object> model(Actor actor, ComplaintId id) {
        var complaint = book.find(actor, id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var model = new HashMap<String, Object>();
        model.put("complaint", complaint);
        model.put("units", units.names(actor.county(), unitsOf(complaint)));
        model.put(
                "project",
                complaint.project() == null
                        ? null
                        : menu.names(actor.county(), Set.of(complaint.project()))
                                .get(complaint.project()));
        return model;
    }

    private static Set<UnitId> unitsOf(Complaint complaint) {
        return Stream.concat(
                        Stream.of(complaint.about(), complaint.unit()),
                        complaint.said().stream().map(Complaint.Said::unit))
                .collect(Collectors.toSet());
    }

    @PostMapping("/complaints/{id}/answer")
    ModelAndView answer(
            Actor actor,
            @PathVariable ComplaintId id,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String words,
            RedirectAttributes redirect) {
        return to(complaints.answer(actor, id, version, words), "words", actor, id, "complaint.answered", redirect);
    }

    @PostMapping("/complaints/{id}/upheld-appeal")
    ModelAndView uphold(
            Actor actor,
            @PathVariable ComplaintId id,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String words,
            RedirectAttributes redirect) {
        return to(complaints.uphold(actor, id, version, words), "uphold", actor, id, "complaint.upheld", redirect);
    }

    @PostMapping("/complaints/{id}/acceptance")
    ModelAndView accept(
            Actor actor, @PathVariable ComplaintId id, @RequestParam int version, RedirectAttributes redirect) {
        return to(complaints.accept(actor, id, version), "words", actor, id, "complaint.accepted", redirect);
    }

    @PostMapping("/complaints/{id}/escalation")
    ModelAndView raise(
            Actor actor,
            @PathVariable ComplaintId id,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String words,
            RedirectAttributes redirect) {
        return to(complaints.raise(actor, id, version, words), "words", actor, id, "complaint.raised", redirect);
    }

    private ModelAndView to(
            Outcome<ComplaintId> outcome,
            String field,
            Actor actor,
            ComplaintId id,
            String done,
            RedirectAttributes redirect) {
        var page = "/complaints/" + id.value();
        return switch (outcome) {
            case Outcome.Done<ComplaintId> _ -> {
                Notice.done(done).on(redirect);
                yield Pages.next(page);
            }
            case Outcome.Refused(var refusal) ->
                isTyped(refusal)
                        ? Pages.again("orders/complaint", mistake(field, refusal), model(actor, id))
                        : Pages.refused(refusal, page);
        };
    }

    static boolean isTyped(Refusal refusal) {
        return refusal.code().equals("complaint.say_something")
                || refusal.code().equals("order.too_long");
    }

    static Mistakes mistake(String field, Refusal refusal) {
        return new Mistakes()
                .add(field, "refusal." + refusal.code(), refusal.args().toArray());
    }
}
