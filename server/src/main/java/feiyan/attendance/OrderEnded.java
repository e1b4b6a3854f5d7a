package feiyan.attendance;

import feiyan.dispatch.SeatProgress;
import feiyan.orders.OrderMoved;
import feiyan.orders.State;
import feiyan.orders.Verb;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A service that is cancelled or broken off under way: the minutes so far count, from the moment it ended. */
@Component
class OrderEnded {

    private final SeatProgress progress;
    private final AttendanceRows rows;

    OrderEnded(SeatProgress progress, AttendanceRows rows) {
        this.progress = progress;
        this.rows = rows;
    }

    @EventListener
    void settle(OrderMoved moved) {
        if (moved.from() == State.IN_SERVICE && moved.verb() != Verb.FINISH) {
            progress.settlePresent(moved.county(), moved.order(), "order_ended")
                    .forEach(seat -> rows.out(moved.county(), seat.facts().id(), moved.at(), "LEADER"));
        }
    }
}
