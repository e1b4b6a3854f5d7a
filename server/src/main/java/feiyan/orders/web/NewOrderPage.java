package feiyan.orders.web;

import feiyan.menu.Menu;
import feiyan.orders.Orders;
import feiyan.platform.Outcome;
import feiyan.units.Actor;
import feiyan.units.Homes;
import feiyan.units.Stations;
import feiyan.units.Units;
import feiyan.web.Mistakes;
import feiyan.web.Notice;
import feiyan.web.Pages;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Ordering in three steps: what, when and where, look once more and send. Any step can be gone back to. */
@Controller
class NewOrderPage {

    private final Orders orders;
    private final Menu menu;
    private final Stations stations;
    private final Units units;
    private final Homes homes;
    private final Acquaintance acquaintance;
    private final OrderFormReader reader;
    private final InstantSource clock;

    NewOrderPage(
            Orders orders,
            Menu menu,
            Stations stations,
            Units units,
            Homes homes,
            Acquaintance acquaintance,
            OrderFormReader reader,
            InstantSource clock) {
        this.orders = orders;
        this.menu = menu;
        this.stations = stations;
        this.units = units;
        this.homes = homes;
        this.acquaintance = acquaintance;
        this.reader = reader;
        this.clock = clock;
    }

    @GetMapping("/orders/new")
    ModelAndView what(Actor actor) {
        return what(actor, OrderForm.EMPTY, new Mistakes());
    }

    @PostMapping("/orders/new/what")
    ModelAndView whatAgain(Actor actor, @ModelAttribute OrderForm form) {
        return what(actor, form, new Mistakes());
    }

    private ModelAndView what(Actor actor, OrderForm form, Mistakes mistakes) {
        return step("orders/new-what", form, mistakes, Map.of("categories", menu.categories(actor.county())));
    }

    @PostMapping("/orders/new/where")
    ModelAndView where(Actor actor, @ModelAttribute OrderForm form) {
        var mistakes = reader.what(form);
        return mistakes.isEmpty() ? where(actor, form, mistakes) : what(actor, form, mistakes);
    }

    private ModelAndView where(Actor actor, OrderForm form, Mistakes mistakes) {
        return step(
                "orders/new-where",
                form.filledFrom(acquaintance.with(actor)),
                mistakes,
                Map.of(
                        "townships", stations.byInstitute(actor.county()),
                        "days", Days.from(clock.instant()),
                        "parts", DayPart.values()));
    }

    @PostMapping("/orders/new/check")
    ModelAndView check(Actor actor, @ModelAttribute OrderForm form) {
        var mistakes = reader.whole(form);
        return mistakes.isEmpty() ? summary(actor, form) : where(actor, form, mistakes);
    }

    private ModelAndView summary(Actor actor, OrderForm form) {
        var model = new HashMap<String, Object>();
        model.put("window", reader.window(form));
        model.put(
                "station",
                form.station() == null
                        ? ""
                        : units.names(actor.county(), List.of(form.station())).getOrDefault(form.station(), ""));
        model.put(
                "projectName",
                form.project() == null
                        ? null
                        : menu.names(actor.county(), List.of(form.project())).get(form.project()));
        return step("orders/new-check", form, new Mistakes(), model);
    }

    @PostMapping("/orders")
    ModelAndView send(Actor actor, @ModelAttribute OrderForm form, RedirectAttributes redirect) {
        var mistakes = reader.whole(form);
        if (!mistakes.isEmpty()) {
            return where(actor, form, mistakes);
        }
        var need = reader.read(actor, form);
        return switch (orders.place(actor, need)) {
            case Outcome.Done(var order) -> {
                homes.settle(actor.county(), actor.person(), need.station());
                Notice.done("orders.placed").on(redirect);
                yield Pages.next("/orders/" + order.value());
            }
            case Outcome.Refused(var refusal) -> Pages.refused(refusal, "/orders/new");
        };
    }

    private static ModelAndView step(String view, OrderForm form, Mistakes mistakes, Map<String, ?> more) {
        var model = new HashMap<String, Object>(more);
        model.put("form", form);
        return mistakes.isEmpty() ? new ModelAndView(view, model) : Pages.again(view, mistakes, model);
    }
}
