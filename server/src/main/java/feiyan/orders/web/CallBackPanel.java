package feiyan.orders.web;

import feiyan.orders.OrderPanel;
import feiyan.orders.OrderPanels;
import feiyan.orders.OrderView;
import feiyan.orders.RatingLinks;
import feiyan.orders.Relation;
import feiyan.orders.State;
import feiyan.orders.Verb;
import feiyan.units.Actor;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** On the desk of the unit that handled it: what the requester says on the telephone, and the sheet for on paper. */
@Component
class CallBackPanel implements OrderPanels {

    private final RatingLinks links;

    CallBackPanel(RatingLinks links) {
        this.links = links;
    }

    @Override
    public List<OrderPanel> of(Actor actor, OrderView order) {
        if (!order.is(Relation.HANDLER) || order.asks()) {
            return List.of();
        }
        boolean open = order.may(Verb.RATE) && isUnrated(order);
        boolean sheet = links.of(actor.county(), order.id()).isPresent();
        return open || sheet
                ? List.of(new OrderPanel(
                        OrderPanel.Place.DESK,
                        70,
                        "orders/parts/rating",
                        "callBack",
                        Map.of("open", open, "sheet", sheet)))
                : List.of();
    }

    /** Each reopening began with a rating, so that one rating more than reopenings is that of the present round. */
    static boolean isUnrated(OrderView order) {
        return (order.state() == State.SERVED || order.state() == State.CLOSED)
                && order.ratings().size() <= order.reopened();
    }
}
