package feiyan.orders.web;

import feiyan.orders.Callers;
import feiyan.orders.OrderPanel;
import feiyan.orders.OrderPanels;
import feiyan.orders.OrderView;
import feiyan.orders.Relation;
import feiyan.units.Actor;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** From an order to the card of the household that asked, for the unit that has it on its desk. */
@Component
class HouseholdCardPanels implements OrderPanels {

    private static final int RANK = 90;

    private final Callers callers;

    HouseholdCardPanels(Callers callers) {
        this.callers = callers;
    }

    @Override
    public List<OrderPanel> of(Actor actor, OrderView order) {
        return !order.is(Relation.IN_CHARGE) || order.remote()
                ? List.of()
                : callers
                        .requesterOf(actor, order.id())
                        .filter(caller -> caller.station() != null)
                        .map(caller -> new OrderPanel(
                                OrderPanel.Place.NEED, RANK, "orders/parts/card", "way", Map.of("caller", caller)))
                        .stream()
                        .toList();
    }
}
