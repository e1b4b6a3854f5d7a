package feiyan.orders.web;

import static feiyan.orders.web.CounterForm.text;

import feiyan.accounts.PersonId;
import feiyan.menu.Menu;
import feiyan.orders.Callers;
import feiyan.orders.Channel;
import feiyan.orders.CounterOrders;
import feiyan.orders.OnBehalf;
import feiyan.orders.OrderBook;
import feiyan.orders.OrderId;
import feiyan.platform.Ids;
import feiyan.platform.Outcome;
import feiyan.triage.Triage;
import feiyan.units.Actor;
import feiyan.units.Role;
import feiyan.units.Unit;
import feiyan.units.UnitId;
import feiyan.web.Mistakes;
import feiyan.web.Notice;
import feiyan.web.Pages;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A need at the counter, on the telephone or at the door, written down by another on one page. */
@Controller
class CounterPage {

    private static final String VIEW = "orders/counter";

    private final CounterOrders counter;
    private final OrderBook book;
    private final CounterFormReader reader;
    private final CounterStations stations;
    private final Callers callers;
    private final DeskActs acts;
    private final Menu menu;
    private final Triage triage;

    CounterPage(
            CounterOrders counter,
            OrderBook book,
            CounterFormReader reader,
            CounterStations stations,
            Callers callers,
            DeskActs acts,
            Menu menu,
            Triage triage) {
        this.counter = counter;
        this.book = book;
        this.reader = reader;
        this.stations = stations;
        this.callers = callers;
        this.acts = acts;
        this.menu = menu;
        this.triage = triage;
    }

    @GetMapping("/counter")
    ModelAndView empty(Actor actor) {
        var channel = isVolunteer(actor) ? Channel.SWALLOW : Channel.COUNTER;
        return page(actor, CounterForm.empty(new OrderId(Ids.next()), channel), new Mistakes());
    }

    /** Who that may be and what the words may mean. Nothing is placed; a number that was looked up is written down. */
    @PostMapping("/counter/look")
    ModelAndView look(Actor actor, @ModelAttribute CounterForm form) {
        return page(actor, form, new Mistakes());
    }

    @PostMapping("/counter")
    ModelAndView place(Actor actor, @ModelAttribute CounterForm form, RedirectAttributes redirect) {
        var mistakes = reader.look(form, isVolunteer(actor));
        if (!mistakes.isEmpty()) {
            return page(actor, form, mistakes);
        }
        var id = form.id() == null ? new OrderId(Ids.next()) : form.id();
        var known = stations(actor);
        var placed = counter.place(
                actor,
                id,
                reader.who(form),
                person -> reader.need(form, person, name(actor, person, form), phone(known, form)),
                form.stepOrPlace(),
                text(form.done()));
        return switch (placed) {
            case Outcome.Refused(var refusal) ->
                refusal.code().equals("order.placed_already")
                        ? Pages.next("/orders/" + id.value())
                        : Pages.refusedHere(VIEW, refusal, model(actor, form));
            case Outcome.Done<OrderId> _ -> {
                Notice.done("counter.done." + form.stepOrPlace()).on(redirect);
                // whoever ordered a confidential service for somebody has no page of it
                yield Pages.next(book.find(actor, id).isPresent() ? "/orders/" + id.value() : "/orders");
            }
        };
    }

    private String name(Actor actor, PersonId person, CounterForm form) {
        return form.who() == null
                ? text(form.name())
                : callers.caller(actor, person).map(Callers.Caller::name).orElse("");
    }

    private static String phone(List<Unit> known, CounterForm form) {
        return known.stream()
                .filter(unit -> unit.id().equals(form.station()))
                .map(Unit::phone)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
    }

    private ModelAndView page(Actor actor, CounterForm form, Mistakes mistakes) {
        var model = model(actor, form);
        return mistakes.isEmpty() ? new ModelAndView(VIEW, model) : Pages.again(VIEW, mistakes, model);
    }

    private Map<String, Object> model(Actor actor, CounterForm form) {
        var model = new HashMap<String, Object>();
        var known = stations(actor);
        var last = lastTime(actor, form);
        model.put("form", form);
        model.put("volunteer", isVolunteer(actor));
        model.put("stations", known);
        model.put("own", own(actor, known));
        switch (callers.look(actor, text(form.find()))) {
            case Outcome.Done<List<Callers.Caller>>(var found) -> model.put("found", found);
            case Outcome.Refused(var wait) -> model.putAll(Map.of("found", List.of(), "wait", wait));
        }
        model.put(
                "chosen",
                form.who() == null ? null : callers.caller(actor, form.who()).orElse(null));
        model.put("address", last.map(Callers.LastTime::address).orElse(text(form.address())));
        model.put("phone", last.map(Callers.LastTime::phone).orElse(text(form.phone())));
        model.put("categories", menu.categories(actor.county()));
        model.put("suggested", acts.suggested(actor.county(), form.need()));
        model.put("emergency", triage.read(text(form.need())).emergency().orElse(null));
        model.put("presets", WindowPreset.values());
        model.put("consents", OnBehalf.values());
        return model;
    }

    /** Only once somebody is chosen and nothing is written yet: each look is written down. */
    private Optional<Callers.LastTime> lastTime(Actor actor, CounterForm form) {
        return form.who() == null || !text(form.address()).isEmpty()
                ? Optional.empty()
                : callers.lastTime(actor, form.who());
    }

    private List<Unit> stations(Actor actor) {
        var known = stations.of(actor);
        if (known.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return known;
    }

    /** Of these villages whatever is confidential is decided at this counter, too. */
    private Set<UnitId> own(Actor actor, List<Unit> known) {
        return known.stream()
                .map(Unit::id)
                .filter(station -> counter.decidesAlone(actor, station))
                .collect(Collectors.toSet());
    }

    private static boolean isVolunteer(Actor actor) {
        return !actor.holds(Role.CLERK) && !actor.holds(Role.DISPATCHER);
    }
}
