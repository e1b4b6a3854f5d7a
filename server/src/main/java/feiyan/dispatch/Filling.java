package feiyan.dispatch;

import feiyan.accounts.PersonId;
import feiyan.orders.OrderId;
import feiyan.orders.OrderProgress;
import feiyan.orders.ServiceSheet;
import feiyan.orders.ServiceSheets;
import feiyan.orders.State;
import feiyan.platform.CountyId;
import feiyan.platform.Outcome;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What an order makes of its seats and offers after one of them has changed. Runs with the order held. */
@Component
class Filling {

    private final OfferRows offers;
    private final OfferMoves moves;
    private final SeatRows seats;
    private final NextCandidates next;
    private final ServiceSheets sheets;
    private final OrderProgress progress;
    private final InstantSource clock;

    Filling(
            OfferRows offers,
            OfferMoves moves,
            SeatRows seats,
            NextCandidates next,
            ServiceSheets sheets,
            OrderProgress progress,
            InstantSource clock) {
        this.offers = offers;
        this.moves = moves;
        this.seats = seats;
        this.next = next;
        this.sheets = sheets;
        this.progress = progress;
        this.clock = clock;
    }

    /** All seats taken: the time is agreed. A seat filled anew is told, too. */
    Outcome<OrderId> filled(CountyId county, ServiceSheet order, PersonId by) {
        var live = seats.live(county, order.id());
        boolean full = live.size() >= order.headcount();
        if (OfferGate.isAgreed(order)) {
            if (full) {
                withdrawOpen(county, order);
            }
            return order.state() == State.ACCEPTED ? progress.reseat(county, order.id(), by) : Outcome.done(order.id());
        }
        return full
                ? progress.confirm(
                        county, order.id(), by, live.getFirst().facts().time(), live.size(), false)
                : Outcome.done(order.id());
    }

    /** Somebody else filled the seat that was open: who has not answered need not. */
    private void withdrawOpen(CountyId county, ServiceSheet order) {
        for (var offer : offers.of(county, order.id(), OfferState.OPEN)) {
            moves.move(offer, new OfferCommand.Withdraw("all_seats_taken"), null, clock.instant())
                    .orThrow();
        }
    }

    /** Somebody said no, or nothing: the next is asked; with no open offer and no seat left the dispatcher has it. */
    Outcome<OrderId> emptied(CountyId county, ServiceSheet order, @Nullable PersonId by) {
        return next.askNext(county, order, clock.instant()).then(asked -> {
            boolean hope = !offers.of(county, order.id(), OfferState.OPEN, OfferState.ACCEPTED)
                            .isEmpty()
                    || !seats.live(county, order.id()).isEmpty();
            return hope || order.state() != State.OFFERED
                    ? Outcome.done(order.id())
                    : progress.runDry(county, order.id(), by);
        });
    }

    /** A seat was given back after the time was agreed: the others go, or nobody does; the next is asked. */
    Outcome<OrderId> gaveBack(CountyId county, ServiceSheet order, PersonId by, @Nullable String reason) {
        return switch (order.state()) {
            case ACCEPTED -> withOrWithoutOthers(county, order, by, reason).then(done -> askNext(county, order));
            case OFFERED -> emptied(county, order, by);
            case IN_SERVICE -> duringService(county, order, by, reason);
            case NEW, SUBMITTED, RETURNED, APPROVED, SERVED, CLOSED, MERGED, REFUSED, CANCELLED ->
                Outcome.done(order.id());
        };
    }

    /** Given back while it is served: where the others came early and have gone, nobody comes any more. */
    private Outcome<OrderId> duringService(CountyId county, ServiceSheet order, PersonId by, @Nullable String reason) {
        return seats.live(county, order.id()).isEmpty()
                ? progress.finish(county, order.id(), by, reason)
                : askNext(county, order);
    }

    private Outcome<OrderId> withOrWithoutOthers(
            CountyId county, ServiceSheet order, PersonId by, @Nullable String reason) {
        return seats.live(county, order.id()).isEmpty()
                ? progress.giveBack(county, order.id(), by, reason)
                : progress.reseat(county, order.id(), by);
    }

    /** As the order stands after it moved. */
    private Outcome<OrderId> askNext(CountyId county, ServiceSheet before) {
        var order = sheets.find(county, before.id()).orElseThrow();
        return next.askNext(county, order, clock.instant()).map(asked -> order.id());
    }
}
