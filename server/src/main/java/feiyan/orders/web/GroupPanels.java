package feiyan.orders.web;

import feiyan.orders.Channel;
import feiyan.orders.GroupBook;
import feiyan.orders.OrderPanel;
import feiyan.orders.OrderPanels;
import feiyan.orders.OrderView;
import feiyan.orders.Relation;
import feiyan.orders.State;
import feiyan.units.Actor;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** On the page of a group the way to its children, on the page of a child the way out of it; for the unit alone. */
@Component
class GroupPanels implements OrderPanels {

    private static final int RANK = 40;
    private static final String TEMPLATE = "orders/parts/group";

    private final GroupBook book;

    GroupPanels(GroupBook book) {
        this.book = book;
    }

    @Override
    public List<OrderPanel> of(Actor actor, OrderView order) {
        if (!order.is(Relation.IN_CHARGE)) {
            return List.of();
        }
        if (order.channel() == Channel.GROUP) {
            return List.of(panel("parent", Map.of()));
        }
        return order.state() == State.MERGED
                ? book.child(actor, order.id()).stream()
                        .map(child -> panel("child", Map.of("child", child)))
                        .toList()
                : List.of();
    }

    private static OrderPanel panel(String fragment, Map<String, ?> model) {
        return new OrderPanel(OrderPanel.Place.DESK, RANK, TEMPLATE, fragment, model);
    }
}
