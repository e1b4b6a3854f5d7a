package feiyan.dispatch.web;

import feiyan.dispatch.OfferedTime;
import feiyan.orders.OrderPanel;
import feiyan.orders.OrderPanel.Place;
import feiyan.orders.OrderPanels;
import feiyan.orders.OrderView;
import feiyan.units.Actor;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * What a requester can do when the time no longer suits and nothing is agreed yet: the order's graph has no command for
 * it, so the page says for what time people are being asked and whom to call.
 */
@Component
class NotAgreedPanel implements OrderPanels {

    private static final String TEMPLATE = "dispatch/parts/moves";

    private final OfferedTime offered;

    NotAgreedPanel(OfferedTime offered) {
        this.offered = offered;
    }

    @Override
    public List<OrderPanel> of(Actor actor, OrderView order) {
        if (!order.asks()) {
            return List.of();
        }
        return switch (order.state()) {
            case SUBMITTED, APPROVED -> List.of(new OrderPanel(Place.NEED, 80, TEMPLATE, "not-yet", Map.of()));
            case OFFERED ->
                offered.of(actor, order)
                        .map(time -> List.of(new OrderPanel(Place.NEED, 80, TEMPLATE, "offered", Map.of("time", time))))
                        .orElse(List.of());
            case NEW, RETURNED, ACCEPTED, IN_SERVICE, SERVED, CLOSED, MERGED, REFUSED, CANCELLED -> List.of();
        };
    }
}
