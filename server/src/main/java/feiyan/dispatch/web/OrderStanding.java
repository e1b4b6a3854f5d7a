package feiyan.dispatch.web;

import feiyan.orders.OrderId;
import feiyan.orders.OrderStage;
import feiyan.orders.State;
import java.util.UUID;

/** What a command answers: where the order is, and the version that the next command takes. */
record OrderStanding(UUID order, State state, int version) {

    static OrderStanding of(OrderId order, OrderStage stage) {
        return new OrderStanding(order.value(), stage.state(), stage.version());
    }
}
