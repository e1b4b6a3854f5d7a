package feiyan.dispatch;

import feiyan.orders.OrderId;
import feiyan.orders.OrderProgress;
import feiyan.orders.ServiceSheet;
import feiyan.orders.ServiceSheets;
import feiyan.orders.Slot;
import feiyan.platform.Outcome;
import feiyan.platform.Transactions;
import feiyan.units.Actor;
import java.time.InstantSource;
import org.springframework.stereotype.Component;

/** The door to another time: everybody who comes must be able to, or it stays as it was. */
@Component
public class Reschedules {

    private final Seats seats;
    private final SeatRows rows;
    private final SeatMoves moves;
    private final ServiceSheets sheets;
    private final OrderProgress progress;
    private final Transactions transactions;
    private final InstantSource clock;

    Reschedules(
            Seats seats,
            SeatRows rows,
            SeatMoves moves,
            ServiceSheets sheets,
            OrderProgress progress,
            Transactions transactions,
            InstantSource clock) {
        this.seats = seats;
        this.rows = rows;
        this.moves = moves;
        this.sheets = sheets;
        this.progress = progress;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Another time, agreed by both: staff in charge or a leader write it down, and everybody who comes must be able to.
     */
    public Outcome<OrderId> move(Actor actor, OrderId id, int seen, Slot time) {
        return transactions.write(() -> {
            var order = sheets.hold(actor.county(), id);
            var live = rows.live(actor.county(), id);
            boolean may =
                    sheets.inCharge(actor, id).isPresent() || live.stream().anyMatch(seat -> seats.leads(actor, seat));
            if (order.isEmpty() || !may) {
                return Outcome.refused("order.not_yours", "reschedule");
            }
            return order.get().version() == seen
                    ? rescheduled(actor, order.get(), time)
                    : Outcome.refused("order.moved_on", order.get().state().name());
        });
    }

    private Outcome<OrderId> rescheduled(Actor actor, ServiceSheet order, Slot time) {
        var now = clock.instant();
        for (var seat : rows.live(actor.county(), order.id())) {
            if (moves.reschedule(order, seat, time, actor.person(), now) instanceof Outcome.Refused<Seat>(var why)) {
                return Outcome.refused(why);
            }
        }
        return progress.reschedule(actor.county(), order.id(), actor.person(), time);
    }
}
