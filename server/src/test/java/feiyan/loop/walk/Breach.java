package feiyan.loop.walk;

import feiyan.orders.OrderId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.NestedExceptionUtils;

/** Something that must never be, with the orders on which it was seen. */
final class Breach extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<OrderId> orders;

    Breach(String what, List<OrderId> orders) {
        super(what);
        this.orders = List.copyOf(orders);
    }

    Breach(String what, OrderId order, @Nullable Throwable cause) {
        super(cause == null ? what : what + ": " + NestedExceptionUtils.getMostSpecificCause(cause), cause);
        this.orders = List.of(order);
    }

    List<OrderId> orders() {
        return orders;
    }
}
