package feiyan.units.web;

import feiyan.accounts.PersonId;
import feiyan.accounts.ResetLink;
import feiyan.platform.Outcome;
import feiyan.units.Actor;
import feiyan.units.Post;
import feiyan.units.Role;
import feiyan.units.Staff;
import feiyan.units.StaffMember;
import feiyan.units.UnitId;
import feiyan.units.Units;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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

/** Everybody who works in a subtree. */
@Controller
@RequestMapping("/admin/staff")
class StaffPage {

    private static final int ON_A_PAGE = 30;

    private final Staff staff;
    private final Units units;

    StaffPage(Staff staff, Units units) {
        this.staff = staff;
        this.units = units;
    }

    @GetMapping
    ModelAndView list(Actor actor, @RequestParam @Nullable UnitId unit, @RequestParam @Nullable PersonId after) {
        var top = top(actor, unit);
        // One more than is shown tells whether there is a next page.
        var found = Answers.shown(staff.within(actor, top, after, ON_A_PAGE + 1));
        var shown = found.subList(0, Math.min(found.size(), ON_A_PAGE));
        return new ModelAndView("units/staff")
                .addObject("unit", units.find(actor.county(), top).orElseThrow())
                .addObject("members", shown)
                .addObject("self", actor.person())
                .addObject("unitNames", units.names(actor.county(), unitsOf(shown)))
                .addObject(
                        "after",
                        found.size() > shown.size() ? shown.getLast().person().value() : null);
    }

    /** The unit that was asked for, or the first that the actor administers. */
    static UnitId top(Actor actor, @Nullable UnitId unit) {
        return Optional.ofNullable(unit)
                .or(() -> own(actor))
                .orElseThrow(() -> new AccessDeniedException("no administrator"));
    }

    private static Optional<UnitId> own(Actor actor) {
        return Arrays.stream(actor.unitsAs(Role.ADMINISTRATOR)).map(UnitId::new).findFirst();
    }

    private static List<UnitId> unitsOf(List<StaffMember> members) {
        return members.stream()
                .flatMap(member -> member.posts().stream())
                .map(Post::unit)
                .distinct()
                .toList();
    }

    @PostMapping("/{person}/password-link")
    ModelAndView passwordLink(Actor actor, @PathVariable PersonId person, RedirectAttributes redirect) {
        var outcome = staff.resetLink(actor, person);
        if (outcome instanceof Outcome.Done<ResetLink>(var link)) {
            redirect.addFlashAttribute("link", UnitStaffPage.address(link.path()));
        }
        return Answers.done(outcome, "units.staff.password_link", redirect, "/admin/staff");
    }

    @PostMapping("/{person}/sign-out")
    ModelAndView signOut(Actor actor, @PathVariable PersonId person, RedirectAttributes redirect) {
        return Answers.done(staff.endStays(actor, person), "sessions.staff.ended", redirect, "/admin/staff");
    }
}
