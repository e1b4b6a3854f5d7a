package feiyan.units.web;

import feiyan.units.Actor;
import feiyan.units.Area.Level;
import feiyan.units.Areas;
import feiyan.units.Role;
import feiyan.units.Tier;
import feiyan.units.UnitId;
import feiyan.units.UnitSetUp;
import feiyan.units.Units;
import feiyan.web.Notice;
import feiyan.web.Pages;
import java.util.Map;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The tree of units, one level at a time, and by name. */
@Controller
@RequestMapping("/admin/units")
class UnitsPage {

    private final Units units;
    private final Areas areas;
    private final UnitSetUp setUp;

    UnitsPage(Units units, Areas areas, UnitSetUp setUp) {
        this.units = units;
        this.areas = areas;
        this.setUp = setUp;
    }

    @GetMapping
    ModelAndView tree(Actor actor, @RequestParam(defaultValue = "") String words) {
        if (!actor.holds(Role.ADMINISTRATOR)) {
            throw new AccessDeniedException("no administrator");
        }
        var center = units.center(actor.county()).orElseThrow();
        var page = new ModelAndView("units/tree").addObject("center", center).addObject("words", words.strip());
        var counts = units.counts(actor.county());
        page.addObject("institutes", counts.getOrDefault(Tier.INSTITUTE, 0))
                .addObject("stations", counts.getOrDefault(Tier.STATION, 0))
                .addObject("missing", missing(actor, center.id(), counts));
        return words.isBlank()
                ? page.addObject("units", units.children(actor.county(), center.id()))
                : page.addObject("units", units.search(actor.county(), words));
    }

    /** Whether pressing the button would add something: then it stands on the page. */
    private boolean missing(Actor actor, UnitId center, Map<Tier, Integer> made) {
        var known = areas.counts(actor.county());
        return units.reaches(actor, center, Role.ADMINISTRATOR)
                && (known.getOrDefault(Level.TOWNSHIP, 0) > made.getOrDefault(Tier.INSTITUTE, 0)
                        || known.getOrDefault(Level.VILLAGE, 0) > made.getOrDefault(Tier.STATION, 0));
    }

    @PostMapping("/set-up")
    ModelAndView fromAreas(Actor actor, RedirectAttributes redirect) {
        return Answers.either(
                setUp.fromAreas(actor),
                added -> {
                    Notice.done("units.tree.added", added.institutes(), added.stations())
                            .on(redirect);
                    return Pages.next("/admin/units");
                },
                refusal -> Answers.refused(refusal, "/admin/units"));
    }
}
