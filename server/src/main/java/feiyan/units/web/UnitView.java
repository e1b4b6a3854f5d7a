package feiyan.units.web;

import feiyan.units.Actor;
import feiyan.units.Invitations;
import feiyan.units.Role;
import feiyan.units.Staff;
import feiyan.units.Unit;
import feiyan.units.UnitId;
import feiyan.units.UnitPanel;
import feiyan.units.UnitPanels;
import feiyan.units.Units;
import feiyan.units.Venue;
import feiyan.units.Venues;
import feiyan.web.Choice;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The page of one unit, for its administrator; the forms on it come back here when something is to be put right. */
@Component
class UnitView {

    private final Units units;
    private final Staff staff;
    private final Invitations invitations;
    private final Venues venues;
    private final List<UnitPanels> panels;
    private final MessageSource words;

    UnitView(
            Units units,
            Staff staff,
            Invitations invitations,
            Venues venues,
            List<UnitPanels> panels,
            MessageSource words) {
        this.units = units;
        this.staff = staff;
        this.invitations = invitations;
        this.venues = venues;
        this.panels = panels;
        this.words = words;
    }

    static String path(UnitId unit) {
        return "/admin/units/" + unit.value();
    }

    ModelAndView of(Actor actor, UnitId id) {
        var open = Answers.shown(invitations.openAt(actor, id));
        var path = units.pathUp(actor.county(), id);
        return new ModelAndView("units/unit")
                .addObject("unit", path.getFirst())
                .addObject("above", path.subList(1, path.size()).reversed())
                .addObject("children", units.children(actor.county(), id))
                .addObject("staff", Answers.shown(staff.at(actor, id)))
                .addObject(
                        "mine",
                        actor.posts().stream().anyMatch(post -> post.unit().equals(id)))
                .addObject("invitations", open)
                .addObject("venues", venues.of(actor.county(), id))
                .addObject("panels", panels(actor, path.getFirst()))
                .addObject("roles", choices("units.role.", Role.values()))
                .addObject("kinds", choices("units.venue.kind.", Venue.Kind.values()));
    }

    private List<UnitPanel> panels(Actor actor, Unit unit) {
        return panels.stream()
                .flatMap(module -> module.of(actor, unit).stream())
                .sorted(Comparator.comparingInt(UnitPanel::rank))
                .toList();
    }

    private List<Choice> choices(String prefix, Enum<?>[] values) {
        return Arrays.stream(values)
                .map(value -> new Choice(value.name(), word(prefix + value.name()), hint(prefix + value.name())))
                .toList();
    }

    private String word(String key) {
        return words.getMessage(key, null, LocaleContextHolder.getLocale());
    }

    private String hint(String key) {
        return word(key + ".hint");
    }
}
