package feiyan.privacy.web;

import feiyan.accounts.PersonId;
import feiyan.accounts.Phone;
import feiyan.platform.Outcome.Refused;
import feiyan.privacy.Deletion.Reason;
import feiyan.privacy.Deletions;
import feiyan.units.Actor;
import feiyan.units.Role;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** For a minor's guardian, and for the family of somebody who died: the administrator asks for them. */
@Controller
@RequestMapping("/deletions")
class DeletionDeskPage {

    private static final String VIEW = "privacy/deletions";
    private static final String PATH = "/deletions";
    private static final List<Reason> REASONS = List.of(Reason.DIED, Reason.GUARDIAN);

    private final Deletions deletions;

    DeletionDeskPage(Deletions deletions) {
        this.deletions = deletions;
    }

    @GetMapping
    ModelAndView show(Actor actor) {
        return page(actor, "", null);
    }

    private ModelAndView page(Actor actor, String phone, @Nullable Reason reason) {
        if (!actor.holds(Role.ADMINISTRATOR)) {
            throw new AccessDeniedException("no administrator");
        }
        return new ModelAndView(VIEW)
                .addObject("phone", phone)
                .addObject("reasons", REASONS)
                .addObject("reason", reason)
                .addObject("waiting", deletions.askedFor(actor))
                .addObject("days", deletions.days(actor));
    }

    @PostMapping
    ModelAndView ask(
            Actor actor,
            @RequestParam(defaultValue = "") String phone,
            @RequestParam(defaultValue = "DIED") Reason reason,
            RedirectAttributes redirect) {
        var page = page(actor, phone, reason);
        var asked = Phone.parse(phone).then(number -> deletions.askFor(actor, number, reason));
        return asked instanceof Refused<?>(var refusal) && isTyped(refusal.code())
                ? Told.again(page, "phone", refusal)
                : Told.done(asked, "mydata.deletion.asked_for", redirect, PATH);
    }

    private static boolean isTyped(String code) {
        return code.startsWith("phone.") || code.equals("deletion.nobody");
    }

    @PostMapping("/{person}/withdrawal")
    ModelAndView withdraw(Actor actor, @PathVariable UUID person, RedirectAttributes redirect) {
        return Told.done(
                deletions.withdrawFor(actor, new PersonId(person)), "mydata.deletion.withdrawn", redirect, PATH);
    }
}
