package feiyan.attendance.web;

import feiyan.orders.ServiceSheet;
import feiyan.orders.State;
import java.util.UUID;

/** What a command answers: where the order is, and the version that the next command takes. */
record OrderAfter(UUID order, State state, int version) {

    static OrderAfter of(ServiceSheet order) {
        return new OrderAfter(order.id().value(), order.state(), order.version());
    }
}
