package feiyan.attendance.web;

import feiyan.orders.OrderId;
import feiyan.orders.OrderStage;
import feiyan.orders.State;
import java.util.UUID;

/** What a command answers: where the order is, and the version that the next command takes. */
record OrderAfter(UUID order, State state, int version) {

    static OrderAfter of(OrderId order, OrderStage stage) {
        return new OrderAfter(order.value(), stage.state(), stage.version());
    }
}
