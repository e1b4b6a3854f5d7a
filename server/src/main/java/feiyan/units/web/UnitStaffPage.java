package feiyan.units.web;

import feiyan.accounts.PersonId;
import feiyan.accounts.Persons;
import feiyan.accounts.Phone;
import feiyan.platform.Outcome;
import feiyan.units.Actor;
import feiyan.units.Invitation.InvitationId;
import feiyan.units.InvitationLink;
import feiyan.units.Invitations;
import feiyan.units.Post;
import feiyan.units.Role;
import feiyan.units.Staff;
import feiyan.units.UnitId;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Who works at a unit: invited, given a role, relieved of it. */
@Controller
@RequestMapping("/admin/units/{id}")
class UnitStaffPage {

    private final UnitView view;
    private final Staff staff;
    private final Invitations invitations;
    private final Persons persons;

    UnitStaffPage(UnitView view, Staff staff, Invitations invitations, Persons persons) {
        this.view = view;
        this.staff = staff;
        this.invitations = invitations;
        this.persons = persons;
    }

    @PostMapping("/invitations")
    ModelAndView invite(
            Actor actor,
            @PathVariable UnitId id,
            @RequestParam String invitee,
            @RequestParam Role role,
            RedirectAttributes redirect) {
        var page = view.of(actor, id);
        var outcome = invitations.invite(actor, new Post(id, role), invitee);
        if (outcome instanceof Outcome.Done<InvitationLink>(var made)) {
            // Through the session to the next page, and to no other: the link is shown once.
            redirect.addFlashAttribute("link", address(made.path()));
        }
        return Answers.typed(outcome, "invitee", page, "units.invited", redirect, UnitView.path(id));
    }

    static String address(String path) {
        return ServletUriComponentsBuilder.fromCurrentContextPath().path(path).toUriString();
    }

    @PostMapping("/invitations/{invitation}/withdrawal")
    ModelAndView withdraw(
            Actor actor, @PathVariable UnitId id, @PathVariable InvitationId invitation, RedirectAttributes redirect) {
        var outcome = invitations.withdraw(actor, invitation);
        return Answers.done(outcome, "units.invitation.withdrawn", redirect, UnitView.path(id));
    }

    /** To somebody whom the county knows by phone already. */
    @PostMapping("/posts")
    ModelAndView give(
            Actor actor,
            @PathVariable UnitId id,
            @RequestParam String colleague,
            @RequestParam Role role,
            RedirectAttributes redirect) {
        var page = view.of(actor, id);
        var outcome = Phone.parseMobile(colleague)
                .then(phone -> persons.byPhone(actor.county(), phone)
                        .map(Outcome::done)
                        .orElseGet(() -> Outcome.refused("phone.nobody")))
                .then(person -> staff.give(actor, person, new Post(id, role)));
        return Answers.typed(outcome, "colleague", page, "units.post.given", redirect, UnitView.path(id));
    }

    @PostMapping("/posts/end")
    ModelAndView take(
            Actor actor,
            @PathVariable UnitId id,
            @RequestParam PersonId person,
            @RequestParam Role role,
            RedirectAttributes redirect) {
        var outcome = staff.take(actor, person, new Post(id, role));
        var path = actor.person().equals(person) ? "/admin" : UnitView.path(id);
        return Answers.done(outcome, "units.post.ended", redirect, path);
    }
}
