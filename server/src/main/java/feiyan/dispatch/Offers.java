package feiyan.dispatch;

import feiyan.orders.OrderId;
import feiyan.orders.OrderProgress;
import feiyan.orders.ServiceSheet;
import feiyan.orders.ServiceSheets;
import feiyan.orders.Slot;
import feiyan.platform.CountyId;
import feiyan.platform.Outcome;
import feiyan.platform.Transactions;
import feiyan.units.Actor;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** The dispatching unit's door: asks teams and people whether they will serve. Nobody is ever told to. */
@Component
public class Offers {

    private final OfferGate gate;
    private final OfferRows rows;
    private final OfferMoves moves;
    private final OfferMaking making;
    private final OfferQueue queue;
    private final Queueing queueing;
    private final NextCandidates next;
    private final SeatRows seats;
    private final Invitees invitees;
    private final Filling filling;
    private final ServiceSheets sheets;
    private final OrderProgress progress;
    private final Transactions transactions;
    private final InstantSource clock;

    Offers(
            OfferGate gate,
            OfferRows rows,
            OfferMoves moves,
            OfferMaking making,
            OfferQueue queue,
            Queueing queueing,
            NextCandidates next,
            SeatRows seats,
            Invitees invitees,
            Filling filling,
            ServiceSheets sheets,
            OrderProgress progress,
            Transactions transactions,
            InstantSource clock) {
        this.gate = gate;
        this.rows = rows;
        this.moves = moves;
        this.making = making;
        this.queue = queue;
        this.queueing = queueing;
        this.next = next;
        this.seats = seats;
        this.invitees = invitees;
        this.filling = filling;
        this.sheets = sheets;
        this.progress = progress;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * The asking, and whatever the caller reads of the order before it can say for which time: of one piece, so that
     * holding the order for that read costs no savepoint before the offers, and a refusal takes back all.
     */
    public <T> Outcome<T> together(Supplier<Outcome<T>> asking) {
        return transactions.write(asking);
    }

    /**
     * Offers an order to one or several at once; the first to accept has it. All offers of an order that are out at the
     * same time propose the same time: its seats are one service.
     *
     * @param seen the order's version on the screen
     */
    public Outcome<List<OfferId>> make(Actor actor, OrderId id, int seen, Slot proposed, Collection<Invitee> invitees) {
        return ask(
                actor,
                id,
                seen,
                proposed,
                invitees,
                order -> making.make(actor.county(), order, proposed, invitees, actor.person(), clock.instant()));
    }

    /**
     * Offers it to one after the other, in the order given: as many at a time as there are seats open, the next when
     * somebody says no or does not answer in time.
     */
    public Outcome<List<OfferId>> makeInTurn(Actor actor, OrderId id, int seen, Slot proposed, List<Invitee> invitees) {
        return ask(actor, id, seen, proposed, invitees, order -> {
            queueing.add(actor.county(), id, invitees, proposed, actor.person(), clock.instant());
            queue.inTurn(actor.county(), id);
            return somebody(actor.county(), id, next.ask(actor.county(), order, clock.instant()));
        });
    }

    /**
     * Asks as few of them as needed: so many now that the county's chance of filling the seats in time is kept, the
     * others later or never. Teams first, since a team answers for all seats.
     */
    public Outcome<List<OfferId>> makeAsNeeded(
            Actor actor, OrderId id, int seen, Slot proposed, Collection<Invitee> invitees) {
        var teamsFirst = invitees.stream()
                .sorted(Comparator.comparing(one -> one instanceof Invitee.ToVolunteer))
                .toList();
        return ask(actor, id, seen, proposed, teamsFirst, order -> {
            var now = clock.instant();
            queueing.add(actor.county(), id, teamsFirst, proposed, actor.person(), now);
            queue.lookAgain(actor.county(), id, now);
            return somebody(actor.county(), id, next.ask(actor.county(), order, now));
        });
    }

    /**
     * Between being looked at and being asked the only one may have taken something else: nobody would be asked, and
     * the order would wait for nobody. Whoever tries again is told why it cannot be.
     */
    private Outcome<List<OfferId>> somebody(CountyId county, OrderId order, List<OfferId> asked) {
        boolean nobody = asked.isEmpty() && gate.timeOut(county, order).isEmpty();
        return nobody ? Outcome.refused("try_again") : Outcome.done(asked);
    }

    private Outcome<List<OfferId>> ask(
            Actor actor,
            OrderId id,
            int seen,
            Slot proposed,
            Collection<Invitee> invitees,
            Function<ServiceSheet, Outcome<List<OfferId>>> made) {
        return transactions.join(() -> sheets.hold(actor, id)
                .map(order -> gate.mayAsk(actor, order, seen)
                        .then(may -> gate.timeStands(actor.county(), order, proposed, clock.instant()))
                        .then(time -> this.invitees.stand(actor.county(), order, proposed, invitees))
                        .then(all -> made.apply(order)))
                .orElseGet(() -> Outcome.refused("order.not_found")));
    }

    /** Whether people may be asked for a time that stands in the form. */
    public Outcome<Slot> timeStands(CountyId county, ServiceSheet order, Slot proposed) {
        return gate.timeStands(county, order, proposed, clock.instant());
    }

    /** The time that is proposed to somebody already, or that somebody has taken a seat for. */
    public Optional<Slot> timeOut(CountyId county, OrderId order) {
        return gate.timeOut(county, order);
    }

    /** The unit takes an offer back: nobody answers it, or the team that took it cannot fill the seats. */
    public Outcome<OfferId> withdraw(Actor actor, OfferId id) {
        return transactions.write(() -> {
            var order = rows.find(actor.county(), id)
                    .flatMap(offer -> sheets.inCharge(actor, offer.facts().order()))
                    .flatMap(sheet -> sheets.hold(actor.county(), sheet.id()));
            return order.isEmpty() ? Outcome.refused("offer.not_yours") : withdrawn(actor, order.get(), id);
        });
    }

    private Outcome<OfferId> withdrawn(Actor actor, ServiceSheet order, OfferId id) {
        var offer = rows.find(actor.county(), id).orElseThrow();
        boolean seated = seats.live(actor.county(), order.id()).stream()
                .anyMatch(seat -> seat.facts().offer().equals(id));
        if (seated) {
            return Outcome.refused("offer.seats_taken");
        }
        var command = offer.state() == OfferState.ACCEPTED
                ? new OfferCommand.Return("withdrawn_by_unit")
                : new OfferCommand.Withdraw("withdrawn_by_unit");
        return moves.move(offer, command, actor.person(), clock.instant())
                .then(moved -> filling.emptied(actor.county(), order, actor.person()))
                .map(done -> id);
    }

    /** The order goes ahead though some seats are open. */
    public Outcome<OrderId> goAhead(Actor actor, OrderId id, int seen) {
        return transactions.write(() -> {
            if (sheets.inCharge(actor, id).isEmpty()) {
                return Outcome.refused("order.not_yours", "confirm");
            }
            var order = sheets.hold(actor.county(), id).orElseThrow();
            var live = seats.live(actor.county(), id);
            if (order.version() != seen) {
                return Outcome.refused("order.moved_on", order.state().name());
            }
            return live.isEmpty() ? Outcome.refused("order.nobody_yet") : agreed(actor, order, live);
        });
    }

    private Outcome<OrderId> agreed(Actor actor, ServiceSheet order, List<Seat> live) {
        var time = live.getFirst().facts().time();
        if (!clock.instant().isBefore(time.from())) {
            return Outcome.refused("offer.time_has_passed");
        }
        queue.clear(actor.county(), order.id());
        return progress.confirm(actor.county(), order.id(), actor.person(), time, live.size(), true);
    }
}
