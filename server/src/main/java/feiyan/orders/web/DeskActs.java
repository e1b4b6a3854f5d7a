package feiyan.orders.web;

import feiyan.menu.Category;
import feiyan.menu.Menu;
import feiyan.menu.Project;
import feiyan.orders.OrderView;
import feiyan.orders.RefusalReason;
import feiyan.orders.Verb;
import feiyan.platform.CountyId;
import feiyan.triage.Triage;
import feiyan.units.Actor;
import feiyan.units.Unit;
import feiyan.units.Units;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the forms of {@code orders/parts/desk} need to know of an order: on its own page and on the desk alike. */
@Component
class DeskActs {

    private final Units units;
    private final Menu menu;
    private final Triage triage;

    DeskActs(Units units, Menu menu, Triage triage) {
        this.units = units;
        this.menu = menu;
        this.triage = triage;
    }

    void into(Map<String, Object> model, Actor actor, OrderView order) {
        boolean choosing = order.may(Verb.APPROVE) && order.project() == null;
        var categories = choosing ? menu.categories(actor.county()) : List.<Category>of();
        model.put("above", above(actor, order));
        model.put("below", order.may(Verb.HAND_DOWN) ? units.children(actor.county(), order.unit()) : List.of());
        model.put("reasons", RefusalReason.values());
        model.put("categories", categories);
        model.put("suggested", suggested(categories, order.need()));
    }

    /** Every unit above, the next one first: an order may be passed straight to the center. */
    private List<Unit> above(Actor actor, OrderView order) {
        return units.pathUp(actor.county(), order.unit()).stream().skip(1).toList();
    }

    /** The county's projects that the words may mean, the likeliest first. */
    List<Project> suggested(CountyId county, @Nullable String words) {
        return suggested(menu.categories(county), words);
    }

    private List<Project> suggested(List<Category> categories, @Nullable String words) {
        if (words == null || words.isBlank() || categories.isEmpty()) {
            return List.of();
        }
        var projects = categories.stream()
                .flatMap(category -> category.projects().stream())
                .toList();
        return triage.read(words).projects().stream()
                .flatMap(code -> projects.stream().filter(known -> known.code().equals(code)))
                .toList();
    }
}
