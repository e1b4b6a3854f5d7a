package feiyan.privacy.web;

import feiyan.accounts.PersonId;
import feiyan.accounts.Persons;
import feiyan.platform.Outcome.Refused;
import feiyan.privacy.CorrectionDesk;
import feiyan.privacy.CorrectionRequest;
import feiyan.units.Actor;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What people ask their station to put right: done after a proof was seen, or declined with why. */
@Controller
@RequestMapping("/corrections")
class CorrectionDeskPage {

    private static final String VIEW = "privacy/corrections";
    private static final String PATH = "/corrections";

    private final CorrectionDesk desk;
    private final Persons persons;

    CorrectionDeskPage(CorrectionDesk desk, Persons persons) {
        this.desk = desk;
        this.persons = persons;
    }

    @GetMapping
    ModelAndView show(Actor actor) {
        if (!actor.isStaff()) {
            throw new AccessDeniedException("no staff");
        }
        var waiting = desk.waiting(actor);
        var now = new HashMap<PersonId, Map<String, String>>();
        waiting.forEach(request -> now.computeIfAbsent(request.person(), who -> desk.now(actor.county(), who)));
        var people = waiting.stream().map(CorrectionRequest::person).toList();
        return new ModelAndView(VIEW)
                .addObject("waiting", waiting)
                .addObject("now", now)
                .addObject("names", persons.names(actor.county(), people));
    }

    @PostMapping("/{id}/correction")
    ModelAndView correct(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String value,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes redirect) {
        var done = desk.correct(actor, new CorrectionRequest.Id(id), value, reason);
        return done instanceof Refused<?>(var refusal) && isTyped(refusal.code())
                ? Told.again(again(actor, id, value, reason), field(refusal.code()) + "-" + id, refusal)
                : Told.done(done, "corrections.done", redirect, PATH);
    }

    @PostMapping("/{id}/refusal")
    ModelAndView decline(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes redirect) {
        var done = desk.decline(actor, new CorrectionRequest.Id(id), reason);
        return done instanceof Refused<?>(var refusal) && isTyped(refusal.code())
                ? Told.again(again(actor, id, "", reason), "reason-" + id, refusal)
                : Told.done(done, "corrections.declined", redirect, PATH);
    }

    private ModelAndView again(Actor actor, UUID id, String value, String reason) {
        return show(actor)
                .addObject("typedFor", id)
                .addObject("typedValue", value)
                .addObject("typedReason", reason);
    }

    private static boolean isTyped(String code) {
        return code.equals("correction.reason") || code.equals("correction.year") || code.equals("correction.gender");
    }

    private static String field(String code) {
        return code.equals("correction.reason") ? "reason" : "value";
    }
}
