package feiyan.orders.web;

import feiyan.orders.OrderBook;
import feiyan.orders.OrderId;
import feiyan.orders.OrderView;
import feiyan.orders.RatingLinks;
import feiyan.orders.Relation;
import feiyan.units.Actor;
import feiyan.web.QrCode;
import java.util.HashMap;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * A sheet of paper for a requester without a telephone: the questions in large print, and the link for the phone of the
 * swallow volunteer who fetches it. Nothing on it says for whom it is.
 */
@Controller
class RatingSheetPage {

    private final OrderBook book;
    private final RatingLinks links;
    private final OrderNames names;

    RatingSheetPage(OrderBook book, RatingLinks links, OrderNames names) {
        this.book = book;
        this.links = links;
        this.names = names;
    }

    @GetMapping("/orders/{id}/rating-sheet")
    ModelAndView sheet(Actor actor, @PathVariable OrderId id) {
        var order = book.find(actor, id).filter(RatingSheetPage::handsOut).orElseThrow(RatingSheetPage::none);
        var path = links.of(actor.county(), id).orElseThrow(RatingSheetPage::none);
        var link =
                ServletUriComponentsBuilder.fromCurrentContextPath().path(path).toUriString();
        var known = names.of(actor.county(), order);
        var model = new HashMap<String, Object>();
        model.put("order", order);
        model.put("project", order.confidential() ? null : known.project(order.project()));
        model.put("unit", known.unit(order.unit()));
        model.put("link", link);
        model.put("qr", QrCode.of(link));
        return new ModelAndView("orders/rating-sheet", model);
    }

    private static boolean handsOut(OrderView order) {
        return order.is(Relation.HANDLER) || order.is(Relation.REQUESTER);
    }

    private static ResponseStatusException none() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
