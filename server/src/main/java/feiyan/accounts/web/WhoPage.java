package feiyan.accounts.web;

import feiyan.accounts.Place;
import feiyan.accounts.Places;
import feiyan.platform.CountyId;
import feiyan.platform.Outcome.Done;
import feiyan.platform.Outcome.Refused;
import feiyan.platform.Refusal;
import feiyan.web.Choice;
import feiyan.web.Pages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Who somebody is: the name of a newcomer, and the county where there are several to choose from. */
@Controller
class WhoPage {

    private static final String VIEW = "accounts/who";

    private final Places places;
    private final Underway underway;
    private final WayIn wayIn;

    WhoPage(Places places, Underway underway, WayIn wayIn) {
        this.places = places;
        this.underway = underway;
        this.wayIn = wayIn;
    }

    @GetMapping("/sign-in/who")
    ModelAndView ask(HttpServletRequest request) {
        return underway.proven(request)
                .map(proven -> choice(proven).isEmpty()
                        ? Pages.refused(Refusal.of("county.none"), "/")
                        : new ModelAndView(VIEW, model(proven, "", "")))
                .orElseGet(() -> Pages.next("/sign-in"));
    }

    /** Whoever is somebody already chooses among those counties; a newcomer among all. */
    private List<Place> choice(Proven proven) {
        var known = wayIn.known(proven.account());
        return known.isEmpty() ? places.of(proven.account()) : known;
    }

    private Map<String, ?> model(Proven proven, String county, String name) {
        var choice = choice(proven);
        var model = new HashMap<String, Object>();
        model.put("newcomer", choice.getFirst().person() == null);
        model.put("counties", choice.stream().map(WhoPage::choice).toList());
        model.put("county", county);
        model.put("name", name);
        return model;
    }

    private static Choice choice(Place place) {
        return new Choice(place.county().toString(), place.name(), null);
    }

    @PostMapping("/sign-in/who")
    ModelAndView tell(
            @RequestParam(defaultValue = "") String county,
            @RequestParam(defaultValue = "") String name,
            HttpServletRequest request,
            HttpServletResponse response) {
        return underway.proven(request)
                .map(proven -> tell(proven, county, name, request, response))
                .orElseGet(() -> Pages.next("/sign-in"));
    }

    private ModelAndView tell(
            Proven proven, String county, String name, HttpServletRequest request, HttpServletResponse response) {
        var chosen = chosen(choice(proven), county);
        if (chosen.isEmpty()) {
            return Retry.at("county", Refusal.of("county.choose"), VIEW, model(proven, county, name));
        }
        return switch (wayIn.enter(proven, chosen.get(), name, request, response)) {
            case Done<ModelAndView>(var page) -> page;
            case Refused<ModelAndView>(var refusal) ->
                refusal.code().startsWith("name.")
                        ? Retry.at("name", refusal, VIEW, model(proven, county, name))
                        : Pages.refused(refusal, "/sign-in/who");
        };
    }

    /** Where there is one county only, nobody is asked. */
    private static Optional<CountyId> chosen(List<Place> choice, String county) {
        return choice.stream()
                .map(Place::county)
                .filter(each -> choice.size() == 1 || each.toString().equals(county))
                .findFirst();
    }
}
