package feiyan.units.web;

import feiyan.accounts.Persons;
import feiyan.accounts.Phone;
import feiyan.platform.Outcome;
import feiyan.units.Actor;
import feiyan.units.Post;
import feiyan.units.Staff;
import feiyan.units.UnitId;
import feiyan.units.Units;
import java.util.List;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Whoever leaves a unit gives all posts there to a colleague; for any staff, not for administrators alone. */
@Controller
@RequestMapping("/admin/units/{id}/hand-over")
class HandOverPage {

    private final Staff staff;
    private final Units units;
    private final Persons persons;

    HandOverPage(Staff staff, Units units, Persons persons) {
        this.staff = staff;
        this.units = units;
        this.persons = persons;
    }

    @GetMapping
    ModelAndView ask(Actor actor, @PathVariable UnitId id) {
        var posts = postsAt(actor, id);
        if (posts.isEmpty()) {
            throw new AccessDeniedException("no post here");
        }
        var unit = units.find(actor.county(), id).orElseThrow();
        return new ModelAndView("units/hand-over").addObject("unit", unit).addObject("posts", posts);
    }

    private static List<Post> postsAt(Actor actor, UnitId unit) {
        return actor.posts().stream().filter(post -> post.unit().equals(unit)).toList();
    }

    @PostMapping
    ModelAndView handOver(
            Actor actor, @PathVariable UnitId id, @RequestParam String colleague, RedirectAttributes redirect) {
        var page = ask(actor, id);
        var outcome = Phone.parseMobile(colleague)
                .then(phone -> persons.byPhone(actor.county(), phone)
                        .map(Outcome::done)
                        .orElseGet(() -> Outcome.refused("phone.nobody")))
                .then(person -> staff.handOver(actor, id, person));
        return Answers.typed(outcome, "colleague", page, "units.handed_over", redirect, "/");
    }
}
