package feiyan.units.web;

import feiyan.units.Actor;
import feiyan.units.AdminWarning;
import feiyan.units.Area.Level;
import feiyan.units.Areas;
import feiyan.units.Role;
import feiyan.units.SetUpTask;
import feiyan.units.Staff;
import feiyan.units.Tier;
import feiyan.units.Unit;
import feiyan.units.UnitId;
import feiyan.units.Units;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** Where an administrator begins: what to do next while the county is being set up, and the own units. */
@Controller
class AdminPage {

    private final Areas areas;
    private final Units units;
    private final Staff staff;
    private final ObjectProvider<SetUpTask> tasks;
    private final ObjectProvider<AdminWarning> warnings;

    AdminPage(
            Areas areas,
            Units units,
            Staff staff,
            ObjectProvider<SetUpTask> tasks,
            ObjectProvider<AdminWarning> warnings) {
        this.tasks = tasks;
        this.warnings = warnings;
        this.areas = areas;
        this.units = units;
        this.staff = staff;
    }

    /** One thing to do, under a message key; ticked by what is there, never by hand. */
    record Step(String key, String path, boolean done) {}

    @GetMapping("/admin")
    ModelAndView overview(Actor actor) {
        if (!actor.holds(Role.ADMINISTRATOR)) {
            throw new AccessDeniedException("no administrator");
        }
        var own = own(actor);
        var page = new ModelAndView("units/admin").addObject("own", own);
        own.stream()
                .filter(unit -> unit.tier() == Tier.CENTER)
                .findFirst()
                .ifPresent(center -> page.addObject("steps", steps(actor, center)));
        page.addObject("warnings", warnings(actor));
        var counts = units.counts(actor.county());
        return page.addObject("institutes", counts.getOrDefault(Tier.INSTITUTE, 0))
                .addObject("stations", counts.getOrDefault(Tier.STATION, 0));
    }

    private List<AdminWarning.Warning> warnings(Actor actor) {
        return warnings.orderedStream()
                .flatMap(each -> each.of(actor.county()).stream())
                .toList();
    }

    private List<Unit> own(Actor actor) {
        return Arrays.stream(actor.unitsAs(Role.ADMINISTRATOR))
                .flatMap(unit -> units.find(actor.county(), new UnitId(unit)).stream())
                .sorted(java.util.Comparator.comparing(Unit::tier))
                .toList();
    }

    private List<Step> steps(Actor actor, Unit center) {
        var known = areas.counts(actor.county());
        var made = units.counts(actor.county());
        var colleagues = Answers.shown(staff.within(actor, center.id(), null, 2));
        var page = "/admin/units/" + center.id().value();
        var own = Stream.of(
                new Step("units.step.areas", "/admin/areas", known.containsKey(Level.TOWNSHIP)),
                new Step("units.step.units", "/admin/units", made.containsKey(Tier.INSTITUTE)),
                new Step("units.step.phone", page, center.phone() != null),
                new Step("units.step.staff", page + "#staff", colleagues.size() > 1));
        var others = tasks.orderedStream().map(task -> new Step(task.key(), task.path(), task.isDone(actor.county())));
        return Stream.concat(own, others).toList();
    }
}
