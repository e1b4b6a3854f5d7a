package feiyan.orders.web;

import feiyan.orders.CheckInCode;
import feiyan.orders.OrderBook;
import feiyan.orders.OrderId;
import feiyan.orders.OrderPanel;
import feiyan.orders.OrderPanels;
import feiyan.orders.OrderView;
import feiyan.orders.Relation;
import feiyan.orders.Sight;
import feiyan.platform.Outcome;
import feiyan.units.Actor;
import feiyan.web.Pages;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** One order, for everybody who has to do with it: each sees their part, and what they can do next. */
@Controller
class OrderPage {

    private final OrderBook book;
    private final OrderNames names;
    private final DeskActs acts;
    private final CheckInCode code;
    private final List<OrderPanels> panels;

    OrderPage(OrderBook book, OrderNames names, DeskActs acts, CheckInCode code, List<OrderPanels> panels) {
        this.book = book;
        this.names = names;
        this.acts = acts;
        this.code = code;
        this.panels = panels;
    }

    @GetMapping("/orders/{id}")
    ModelAndView show(Actor actor, @PathVariable OrderId id) {
        var order = book.find(actor, id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return new ModelAndView("orders/order", model(actor, order));
    }

    /** The door and the telephone, asked for with a reason; a POST, since each view is written down. */
    @PostMapping("/orders/{id}/contact-view")
    ModelAndView contact(Actor actor, @PathVariable OrderId id, @RequestParam(required = false) @Nullable String why) {
        var order = book.find(actor, id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return switch (book.contact(actor, id, why)) {
            case Outcome.Refused(var refusal) -> Pages.refused(refusal, "/orders/" + id.value());
            case Outcome.Done(var contact) -> {
                var model = model(actor, order);
                model.put("contact", contact);
                yield new ModelAndView("orders/order", model);
            }
        };
    }

    private Map<String, Object> model(Actor actor, OrderView order) {
        var known = names.of(actor.county(), order);
        var model = new HashMap<String, Object>();
        model.put("order", order);
        model.put("names", known);
        model.put("project", known.project(order.project()));
        model.put("look", StateLook.of(order.state()));
        model.put("mine", order.asks());
        model.put("unrated", CallBackPanel.isUnrated(order));
        model.put("code", code.forRequester(actor.county(), order));
        model.put("panels", panels(actor, order));
        if (order.is(Relation.REQUESTER) && order.address() == Sight.SHOWN) {
            model.put("contact", book.contact(actor, order.id(), null).orThrow());
        }
        if (order.is(Relation.IN_CHARGE)) {
            acts.into(model, actor, order);
        }
        return model;
    }

    /** By place; each place is there, if empty. */
    private Map<String, List<OrderPanel>> panels(Actor actor, OrderView order) {
        var shown = panels.stream()
                .flatMap(module -> module.of(actor, order).stream())
                .sorted(Comparator.comparingInt(OrderPanel::rank))
                .collect(Collectors.groupingBy(panel -> panel.place().name()));
        var byPlace = new HashMap<String, List<OrderPanel>>();
        for (var place : OrderPanel.Place.values()) {
            byPlace.put(place.name(), shown.getOrDefault(place.name(), List.of()));
        }
        return byPlace;
    }
}
