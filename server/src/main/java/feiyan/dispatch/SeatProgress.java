package feiyan.dispatch;

import feiyan.accounts.PersonId;
import feiyan.orders.OrderId;
import feiyan.orders.OrderProgress;
import feiyan.orders.ServiceSheet;
import feiyan.orders.State;
import feiyan.platform.CountyId;
import feiyan.platform.Outcome;
import feiyan.platform.Policies;
import feiyan.platform.Policy;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The door for attendance: who came and went. The caller has judged who may say so and holds the order, in one
 * transaction with what it writes: so the first to come starts it and the last to go finishes it, once each.
 */
@Component
public class SeatProgress {

    private final SeatRows rows;
    private final SeatMoves moves;
    private final WeekRows weeks;
    private final OrderProgress progress;
    private final Policies policies;
    private final InstantSource clock;

    SeatProgress(
            SeatRows rows,
            SeatMoves moves,
            WeekRows weeks,
            OrderProgress progress,
            Policies policies,
            InstantSource clock) {
        this.rows = rows;
        this.moves = moves;
        this.weeks = weeks;
        this.progress = progress;
        this.policies = policies;
        this.clock = clock;
    }

    /**
     * @param order held by the caller
     * @param reason why the leader confirms it, where no code was typed
     */
    public Outcome<SeatStep> checkIn(
            CountyId county, ServiceSheet order, SeatId id, PersonId by, @Nullable String reason) {
        return canCome(find(county, order, id))
                .then(seat -> step(seat, arriving(county, reason), by))
                .then(step -> started(county, order, by).map(done -> step));
    }

    /** The moment is that at which everything has been judged: a service elsewhere may have ended just before. */
    private Outcome<SeatStep> step(Seat seat, SeatCommand command, PersonId by) {
        var now = clock.instant();
        return moves.move(seat, command, by, now).map(moved -> new SeatStep(moved, now));
    }

    private SeatCommand arriving(CountyId county, @Nullable String reason) {
        return new SeatCommand.CheckIn(policies.of(county).get(Policy.EARLY_CHECK_IN), reason);
    }

    /**
     * Who comes when no minute can count any more was missed; and no minute counts twice: who has not left another
     * service is there, as long as its minutes count. Judged under the lock of this week, so that nobody passes two
     * doors at once.
     */
    private Outcome<Seat> canCome(Seat seat) {
        var facts = seat.facts();
        var now = clock.instant();
        var counting = now.minus(policies.of(facts.county()).get(Policy.OVERRUN));
        if (seat instanceof Seat.Taken && facts.time().to().isBefore(counting)) {
            return Outcome.refused("seat.missed");
        }
        weeks.lock(facts.county(), facts.volunteer(), ServiceRules.week(now));
        return rows.isPresentElsewhere(facts, counting) ? Outcome.refused("seat.still_elsewhere") : Outcome.done(seat);
    }

    private Outcome<OrderId> started(CountyId county, ServiceSheet order, PersonId by) {
        return order.state() == State.IN_SERVICE ? Outcome.done(order.id()) : progress.start(county, order.id(), by);
    }

    /** @param order held by the caller */
    public Outcome<SeatStep> checkOut(CountyId county, ServiceSheet order, SeatId id, PersonId by) {
        return leave(
                county, order, id, new SeatCommand.CheckOut(policies.of(county).get(Policy.OVERRUN)), by);
    }

    /**
     * The leader ends what a volunteer forgot to.
     *
     * @param order held by the caller
     */
    public Outcome<SeatStep> settle(CountyId county, ServiceSheet order, SeatId id, PersonId by, String reason) {
        return leave(county, order, id, new SeatCommand.Settle(reason), by);
    }

    private Outcome<SeatStep> leave(CountyId county, ServiceSheet order, SeatId id, SeatCommand command, PersonId by) {
        return step(find(county, order, id), command, by)
                .then(step -> finished(county, order, by, command.reason()).map(done -> step));
    }

    /** Who has not come while others go is waited for until the time agreed is over; then they were missed. */
    private Outcome<OrderId> finished(CountyId county, ServiceSheet order, PersonId by, @Nullable String reason) {
        var now = clock.instant();
        boolean somebodyStays = rows.live(county, order.id()).stream()
                .anyMatch(seat -> seat instanceof Seat.Present
                        || now.isBefore(seat.facts().time().to()));
        return somebodyStays || order.state() != State.IN_SERVICE
                ? Outcome.done(order.id())
                : progress.finish(county, order.id(), by, reason);
    }

    /** Those who are there when an order is cancelled or broken off; their order has moved already. */
    public List<Seat> settlePresent(CountyId county, OrderId order, String reason) {
        return rows.live(county, order).stream()
                .filter(seat -> seat instanceof Seat.Present)
                .map(seat -> moves.move(seat, new SeatCommand.Settle(reason), null, clock.instant())
                        .orThrow())
                .toList();
    }

    private Seat find(CountyId county, ServiceSheet order, SeatId id) {
        return rows.find(county, order.id(), id).orElseThrow();
    }
}
