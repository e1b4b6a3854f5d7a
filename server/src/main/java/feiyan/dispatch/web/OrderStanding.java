package feiyan.dispatch.web;

import feiyan.orders.ServiceSheet;
import feiyan.orders.State;
import java.util.UUID;

/** What a command answers: where the order is, and the version that the next command takes. */
record OrderStanding(UUID order, State state, int version) {

    static OrderStanding of(ServiceSheet order) {
        return new OrderStanding(order.id().value(), order.state(), order.version());
    }
}
