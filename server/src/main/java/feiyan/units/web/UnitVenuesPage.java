package feiyan.units.web;

import feiyan.units.Actor;
import feiyan.units.UnitId;
import feiyan.units.Venue;
import feiyan.units.Venue.VenueId;
import feiyan.units.Venues;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The venues of a unit. */
@Controller
@RequestMapping("/admin/units/{id}/venues")
class UnitVenuesPage {

    /** Whatever people put between the items of a list, Chinese marks too. */
    private static final Pattern BETWEEN = Pattern.compile("[,;\\u3001\\uFF0C\\uFF1B\\s]+");

    private final UnitView view;
    private final Venues venues;

    UnitVenuesPage(UnitView view, Venues venues) {
        this.view = view;
        this.venues = venues;
    }

    @PostMapping
    ModelAndView add(
            Actor actor,
            @PathVariable UnitId id,
            @RequestParam Venue.Kind kind,
            @RequestParam String venue,
            @RequestParam(defaultValue = "") String facilities,
            @RequestParam(defaultValue = "") String hours,
            RedirectAttributes redirect) {
        var page = view.of(actor, id);
        var outcome = venues.add(actor, id, kind, venue, list(facilities), hours.isBlank() ? null : hours.strip());
        return Answers.typed(outcome, "venue", page, "units.venue.added", redirect, UnitView.path(id));
    }

    private static List<String> list(String facilities) {
        return Arrays.stream(BETWEEN.split(facilities))
                .filter(one -> !one.isBlank())
                .toList();
    }

    @PostMapping("/{venue}/removal")
    ModelAndView remove(
            Actor actor, @PathVariable UnitId id, @PathVariable VenueId venue, RedirectAttributes redirect) {
        return Answers.done(venues.remove(actor, id, venue), "units.venue.removed", redirect, UnitView.path(id));
    }
}
