package feiyan.attendance;

import feiyan.dispatch.Seat;
import feiyan.dispatch.SeatProgress;
import feiyan.orders.OrderMoved;
import feiyan.orders.State;
import feiyan.orders.Verb;
import java.time.Instant;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A service that is cancelled or broken off under way: the minutes so far count, from the moment it ended. */
@Component
class OrderEnded {

    private final SeatProgress progress;
    private final AttendanceRows rows;
    private final LongestStay longest;

    OrderEnded(SeatProgress progress, AttendanceRows rows, LongestStay longest) {
        this.progress = progress;
        this.rows = rows;
        this.longest = longest;
    }

    @EventListener
    void settle(OrderMoved moved) {
        if (moved.from() == State.IN_SERVICE && moved.verb() != Verb.FINISH) {
            progress.settlePresent(moved.county(), moved.order(), "order_ended")
                    .forEach(seat -> rows.out(moved.county(), seat.facts().id(), left(seat, moved.at()), "LEADER"));
        }
    }

    /** What is broken off the day after was over long before. */
    private Instant left(Seat seat, Instant ended) {
        var latest = longest.of(seat.facts());
        return ended.isAfter(latest) ? latest : ended;
    }
}
