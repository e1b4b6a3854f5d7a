package feiyan.orders.web;

import feiyan.menu.Menu;
import feiyan.orders.OrderId;
import feiyan.orders.Rating;
import feiyan.orders.RatingLinks;
import feiyan.orders.RatingLinks.Rateable;
import feiyan.platform.Outcome;
import feiyan.units.Actor;
import feiyan.units.Unit;
import feiyan.units.Units;
import feiyan.web.Mistakes;
import feiyan.web.Pages;
import feiyan.web.PublicPaths;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Behind a rating link: one page with large buttons, for a requester who never signed in. */
@Controller
class RatingLinkPage implements PublicPaths {

    private static final int LONGEST = 500;

    private final RatingLinks links;
    private final Units units;
    private final Menu menu;

    RatingLinkPage(RatingLinks links, Units units, Menu menu) {
        this.links = links;
        this.units = units;
        this.menu = menu;
    }

    @Override
    public List<String> patterns() {
        return List.of("/r/*");
    }

    @GetMapping("/r/{token}")
    ModelAndView show(@PathVariable String token, Optional<Actor> reader, HttpServletRequest request) {
        return switch (links.open(token, reader, request.getRemoteAddr())) {
            case Outcome.Done<Rateable>(var rateable) -> new ModelAndView("orders/rating-link", model(token, rateable));
            case Outcome.Refused(var refusal) -> Pages.refused(refusal, "/");
        };
    }

    private Map<String, Object> model(String token, Rateable rateable) {
        var project = rateable.project();
        var model = new HashMap<String, Object>();
        model.put("action", "/r/" + token);
        model.put("rateable", rateable);
        model.put(
                "project",
                project == null
                        ? null
                        : menu.names(rateable.county(), Set.of(project)).get(project));
        var unit = units.find(rateable.county(), rateable.unit());
        model.put("unit", unit.map(Unit::name).orElse(""));
        model.put("phone", unit.map(Unit::phone).orElse(null));
        return model;
    }

    @PostMapping("/r/{token}")
    ModelAndView rate(
            @PathVariable String token,
            Optional<Actor> reader,
            @RequestParam(required = false) @Nullable Boolean solved,
            @RequestParam(required = false) @Nullable Integer timeliness,
            @RequestParam(required = false) @Nullable Integer attitude,
            @RequestParam(required = false) @Nullable Integer quality,
            @RequestParam(required = false) @Nullable String words,
            @RequestParam(defaultValue = "false") boolean paper,
            HttpServletRequest request) {
        if (solved == null || (words != null && words.length() > LONGEST)) {
            return again(token, reader, request, solved == null ? "solved" : "words");
        }
        var how = paper ? Rating.How.PAPER : Rating.How.LINK;
        var rating = new Rating(solved, timeliness, attitude, quality, words, how);
        return switch (links.rate(token, reader, request.getRemoteAddr(), rating)) {
            case Outcome.Done<OrderId> _ -> new ModelAndView("orders/rated", Map.of("solved", solved));
            case Outcome.Refused(var refusal) -> Pages.refused(refusal, "/");
        };
    }

    private ModelAndView again(String token, Optional<Actor> reader, HttpServletRequest request, String field) {
        var mistakes = new Mistakes().add(field, "rating.mistake." + field, LONGEST);
        return switch (links.open(token, reader, request.getRemoteAddr())) {
            case Outcome.Done<Rateable>(var rateable) ->
                Pages.again("orders/rating-link", mistakes, model(token, rateable));
            case Outcome.Refused(var refusal) -> Pages.refused(refusal, "/");
        };
    }
}
