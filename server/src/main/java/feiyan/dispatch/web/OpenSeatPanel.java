package feiyan.dispatch.web;

import feiyan.dispatch.OnlyByRequest;
import feiyan.orders.OrderPanel;
import feiyan.orders.OrderPanels;
import feiyan.orders.OrderView;
import feiyan.orders.Relation;
import feiyan.orders.State;
import feiyan.platform.Policies;
import feiyan.platform.Policy;
import feiyan.units.Actor;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** On the unit's page of an order that waits for people: whether volunteers may take its seats unasked. */
@Component
class OpenSeatPanel implements OrderPanels {

    private final OnlyByRequest byRequest;
    private final Policies policies;

    OpenSeatPanel(OnlyByRequest byRequest, Policies policies) {
        this.byRequest = byRequest;
        this.policies = policies;
    }

    @Override
    public List<OrderPanel> of(Actor actor, OrderView order) {
        boolean waits = order.state() == State.APPROVED || order.state() == State.OFFERED;
        return order.is(Relation.IN_CHARGE) && waits && !order.confidential() && isOn(actor)
                ? List.of(new OrderPanel(
                        OrderPanel.Place.DESK,
                        30,
                        "dispatch/parts/open-seats",
                        "openness",
                        Map.of("open", !byRequest.holds(actor, order.id()))))
                : List.of();
    }

    private boolean isOn(Actor actor) {
        return policies.of(actor.county()).get(Policy.OPEN_SEATS);
    }
}
