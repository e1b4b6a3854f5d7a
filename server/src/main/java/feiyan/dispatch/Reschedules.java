package feiyan.dispatch;

import feiyan.orders.OrderId;
import feiyan.orders.OrderProgress;
import feiyan.orders.ServiceSheet;
import feiyan.orders.ServiceSheets;
import feiyan.orders.Slot;
import feiyan.platform.Outcome;
import feiyan.platform.Refusal;
import feiyan.platform.Transactions;
import feiyan.units.Actor;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
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
     * Another time that both have agreed to: the staff in charge write it down. Those who come or order ask by
     * {@link TimeProposals}, so that nobody moves the other side.
     */
    public Outcome<OrderId> move(Actor actor, OrderId id, int seen, Slot time) {
        return transactions.write(() -> {
            var order = sheets.hold(actor.county(), id);
            if (order.isEmpty() || sheets.inCharge(actor, id).isEmpty()) {
                return Outcome.refused("order.not_yours", "reschedule");
            }
            return order.get().version() == seen
                    ? agreed(actor, order.get(), time)
                    : Outcome.refused("order.moved_on", order.get().state().name());
        });
    }

    /** Both have said yes. In the transaction of the door that heard it, the order held. */
    Outcome<OrderId> agreed(Actor actor, ServiceSheet order, Slot time) {
        var now = clock.instant();
        var live = rows.live(actor.county(), order.id());
        var cannot = live.stream()
                .flatMap(seat -> against(actor, order, seat, time, now))
                .toList();
        return cannot.isEmpty()
                ? progress.reschedule(actor.county(), order.id(), actor.person(), time)
                : Outcome.refused(why(actor, cannot, live.size()));
    }

    /** Somebody who cannot come then, and what stands against it. */
    private record Cannot(Seat seat, Refusal why) {}

    /** Each in a savepoint of its own, so that all are asked though one cannot. */
    private Stream<Cannot> against(Actor actor, ServiceSheet order, Seat seat, Slot time, Instant now) {
        return transactions.write(() -> moves.reschedule(order, seat, time, actor.person(), now))
                        instanceof Outcome.Refused<Seat>(var why)
                ? Stream.of(new Cannot(seat, why))
                : Stream.empty();
    }

    /** What fills somebody's week is told to themselves and to who answers for them; others hear how many cannot. */
    private Refusal why(Actor actor, List<Cannot> cannot, int people) {
        return cannot.stream()
                .filter(one ->
                        one.seat().facts().volunteer().equals(actor.person()) || seats.answersFor(actor, one.seat()))
                .findFirst()
                .map(Cannot::why)
                .orElseGet(() -> Refusal.of("proposal.somebody_cannot", cannot.size(), people));
    }
}
