package feiyan.orders.web;

import feiyan.orders.Complaint;
import feiyan.orders.ComplaintBook;
import feiyan.orders.OrderPanel;
import feiyan.orders.OrderPanel.Place;
import feiyan.orders.OrderPanels;
import feiyan.orders.OrderView;
import feiyan.orders.Relation;
import feiyan.orders.State;
import feiyan.units.Actor;
import feiyan.units.Units;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The way to complain, always on the requester's page; and how a complaint stands, for whoever may read it. */
@Component
class ComplaintPanel implements OrderPanels {

    private final ComplaintBook book;
    private final Units units;

    ComplaintPanel(ComplaintBook book, Units units) {
        this.book = book;
        this.units = units;
    }

    @Override
    public List<OrderPanel> of(Actor actor, OrderView order) {
        if (!order.asks() && !order.is(Relation.PATH) && !order.is(Relation.IN_CHARGE)) {
            return List.of();
        }
        return book.about(actor, order.id())
                .map(complaint -> standing(actor, order, complaint))
                .orElseGet(() -> order.asks() ? List.of(way(order)) : List.of());
    }

    /** A refusal, or a third time not solved, leaves no other way: there it comes first. */
    private static OrderPanel way(OrderView order) {
        boolean only = order.state() == State.REFUSED
                || (order.state() == State.CLOSED && order.reopened() >= 2 && wasNotSolved(order));
        var model = Map.of("only", only, "refused", order.state() == State.REFUSED);
        return new OrderPanel(only ? Place.NOW : Place.END, 40, "orders/parts/complaint", "way", model);
    }

    private static boolean wasNotSolved(OrderView order) {
        return !order.ratings().isEmpty() && !order.ratings().getLast().solved();
    }

    private List<OrderPanel> standing(Actor actor, OrderView order, Complaint complaint) {
        var unit = units.names(actor.county(), Set.of(complaint.unit())).getOrDefault(complaint.unit(), "");
        boolean again = complaint.state().isOver() && order.asks();
        var place = complaint.state().isOver() ? Place.END : Place.NOW;
        var model = Map.of("complaint", complaint, "unit", unit, "again", again);
        return List.of(new OrderPanel(place, 40, "orders/parts/complaint", "standing", model));
    }
}
