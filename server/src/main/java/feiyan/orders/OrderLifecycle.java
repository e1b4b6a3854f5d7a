package feiyan.orders;

import feiyan.units.UnitId;
import java.time.Instant;

/**
 * The order's graph, first of three walls: pure, without clock or database. The other two are the one statement that
 * moves the row together with its event ({@link OrderStepRows}) and the constraints behind it (V0006). The picture in
 * docs/order-lifecycle.md is drawn from the same graph.
 */
public final class OrderLifecycle {

    private OrderLifecycle() {}

    /** Decides what {@code command} does to {@code order}; a state that does not know the command refuses it. */
    public static Decision decide(Order order, Command command, Instant now) {
        return switch (order) {
            case Order.Unplaced it -> command instanceof Order.Unplaced.Move move ? it.on(move) : unknown(it, command);
            case Order.Submitted it ->
                command instanceof Order.Submitted.Move move ? it.on(move) : unknown(it, command);
            case Order.Returned it -> command instanceof Order.Returned.Move move ? it.on(move) : unknown(it, command);
            case Order.Approved it -> command instanceof Order.Approved.Move move ? it.on(move) : unknown(it, command);
            case Order.Offered it -> command instanceof Order.Offered.Move move ? it.on(move) : unknown(it, command);
            case Order.Accepted it ->
                command instanceof Order.Accepted.Move move ? it.on(move, now) : unknown(it, command);
            case Order.InService it ->
                command instanceof Order.InService.Move move ? it.on(move) : unknown(it, command);
            case Order.Served it -> command instanceof Order.Served.Move move ? it.on(move) : unknown(it, command);
            case Order.Closed it -> command instanceof Order.Closed.Move move ? it.on(move) : unknown(it, command);
            case Order.Merged it -> command instanceof Order.Merged.Move move ? it.on(move) : unknown(it, command);
            case Order.Refused it -> command instanceof Order.Refused.Move move ? it.on(move) : unknown(it, command);
            case Order.Cancelled it -> unknown(it, command);
        };
    }

    /** The first time back to who handled it, the second time above; the third is a complaint. */
    static Decision reopened(OrderFacts facts, UnitId to) {
        return facts.reopened() >= Order.REOPENINGS
                ? Decision.declined("order.complain_instead")
                : Decision.moved(new Order.Submitted(facts.reopenedAt(to)));
    }

    private static Decision unknown(Order order, Command command) {
        return Decision.declined(
                "order.not_now", order.state().name(), command.verb().code());
    }
}
