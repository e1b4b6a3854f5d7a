package feiyan.dispatch;

import feiyan.orders.OrderBook;
import feiyan.orders.OrderId;
import feiyan.orders.OrderProgress;
import feiyan.orders.OrderView;
import feiyan.orders.ServiceSheet;
import feiyan.orders.ServiceSheets;
import feiyan.orders.State;
import feiyan.orders.Verb;
import feiyan.platform.Outcome;
import feiyan.platform.Transactions;
import feiyan.units.Actor;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.stereotype.Component;

/**
 * "Nobody came": the requester's word, or the unit's for the requester. The order goes back to whoever dispatches it.
 */
@Component
public class NoShows {

    /** Whoever is on the way may be late by so much. Ours. */
    private static final Duration GRACE = Duration.ofMinutes(10);

    private final OrderBook book;
    private final SeatRows seats;
    private final SeatMoves moves;
    private final ServiceSheets sheets;
    private final OrderProgress progress;
    private final Transactions transactions;
    private final InstantSource clock;

    NoShows(
            OrderBook book,
            SeatRows seats,
            SeatMoves moves,
            ServiceSheets sheets,
            OrderProgress progress,
            Transactions transactions,
            InstantSource clock) {
        this.book = book;
        this.seats = seats;
        this.moves = moves;
        this.sheets = sheets;
        this.progress = progress;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Whether it can be said now: the time agreed has come, a little is waited for, and nobody is there. */
    public boolean canBeSaid(OrderView order) {
        return order.may(Verb.NO_SHOW)
                && order.agreed() != null
                && late(order.agreed().from());
    }

    private boolean late(Instant begins) {
        return !clock.instant().isBefore(begins.plus(GRACE));
    }

    public Outcome<OrderId> nobodyCame(Actor actor, OrderId id, int seen) {
        return transactions.write(() -> {
            var view = book.find(actor, id).filter(order -> order.may(Verb.NO_SHOW));
            if (view.isEmpty()) {
                return Outcome.refused("order.not_yours", Verb.NO_SHOW.code());
            }
            var order = sheets.hold(actor.county(), id).orElseThrow();
            var reason = view.get().asks() ? "said_by_requester" : "said_by_unit";
            return order.version() == seen && order.state() == State.ACCEPTED
                    ? missed(actor, order, reason)
                    : Outcome.refused("order.moved_on", order.state().name());
        });
    }

    private Outcome<OrderId> missed(Actor actor, ServiceSheet order, String reason) {
        if (order.agreed() == null || !late(order.agreed().from())) {
            return Outcome.refused("order.not_yet_time");
        }
        for (var seat : seats.live(actor.county(), order.id())) {
            var miss = new SeatCommand.Miss(reason);
            if (moves.move(seat, miss, actor.person(), clock.instant()) instanceof Outcome.Refused<Seat>(var why)) {
                return Outcome.refused(why);
            }
        }
        return progress.noShow(actor.county(), order.id(), actor.person());
    }
}
