package feiyan.orders.web;

import feiyan.menu.Menu;
import feiyan.orders.OrderSearch;
import feiyan.orders.OrderSearch.Hit;
import feiyan.orders.OrderSearchCriteria;
import feiyan.orders.OrderSearchLinks;
import feiyan.orders.OrderSearchPlaces;
import feiyan.orders.Pile;
import feiyan.orders.SavedFilters;
import feiyan.units.Actor;
import feiyan.units.Role;
import feiyan.units.UnitId;
import feiyan.units.Units;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the page of a search shows: what can be asked, what was asked, and what was found. */
@Component
class SearchView {

    static final String NAME = "orders/search";

    private final OrderSearchPlaces places;
    private final OrderSearchLinks links;
    private final SavedFilters filters;
    private final OrderNames names;
    private final Menu menu;
    private final Units units;

    SearchView(
            OrderSearchPlaces places,
            OrderSearchLinks links,
            SavedFilters filters,
            OrderNames names,
            Menu menu,
            Units units) {
        this.places = places;
        this.links = links;
        this.filters = filters;
        this.names = names;
        this.menu = menu;
        this.units = units;
    }

    Map<String, @Nullable Object> asked(Actor actor, SearchForm form) {
        var staff = actor.holds(Role.CLERK) || actor.holds(Role.DISPATCHER);
        var model = new HashMap<String, @Nullable Object>();
        model.put("form", form);
        model.put("open", form.hasConditions());
        model.put("staff", staff);
        model.put("places", places.of(actor));
        model.put("categories", menu.archive(actor.county()));
        model.put("piles", piles());
        model.put("savedFilters", filters.of(actor));
        model.put("desks", staff ? desks(actor) : Map.of());
        return model;
    }

    Map<String, @Nullable Object> answered(Actor actor, OrderSearchCriteria criteria, OrderSearch.Found found) {
        var model = asked(actor, SearchForm.of(criteria));
        var known =
                names.of(actor.county(), found.hits().stream().map(Hit::line).toList());
        var marked = criteria.marked();
        var link = links.of(actor, criteria);
        model.put(
                "rows",
                found.hits().stream()
                        .map(hit -> SearchRow.of(hit, known, marked))
                        .toList());
        model.put("noted", found.noted());
        model.put("link", link);
        var more = found.more();
        model.put("more", more == null ? null : "/search?for=" + link + "&after=" + more.value());
        return model;
    }

    /** What was passed on stands elsewhere: a place, not a state to look for. */
    private static List<Pile> piles() {
        return Arrays.stream(Pile.values())
                .filter(pile -> pile != Pile.PASSED_ON)
                .toList();
    }

    private Map<UnitId, String> desks(Actor actor) {
        var own = Arrays.stream(actor.unitsAs(Role.CLERK, Role.DISPATCHER))
                .map(UnitId::new)
                .toList();
        return units.names(actor.county(), own);
    }
}
