package feiyan.dispatch;

import feiyan.accounts.PersonId;
import feiyan.calendar.WorkingCalendars;
import feiyan.orders.OrderId;
import feiyan.orders.OrderProgress;
import feiyan.orders.ServiceSheet;
import feiyan.orders.ServiceSheets;
import feiyan.orders.Slot;
import feiyan.platform.CountyId;
import feiyan.platform.Ids;
import feiyan.platform.Outcome;
import feiyan.platform.Policies;
import feiyan.platform.Transactions;
import feiyan.units.Actor;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The dispatching unit's door: asks teams and people whether they will serve. Nobody is ever told to. */
@Component
public class Offers {

    private final OfferRows rows;
    private final OfferMoves moves;
    private final SeatRows seats;
    private final Invitees invitees;
    private final Filling filling;
    private final ServiceSheets sheets;
    private final OrderProgress progress;
    private final Policies policies;
    private final WorkingCalendars calendars;
    private final Transactions transactions;
    private final InstantSource clock;

    Offers(
            OfferRows rows,
            OfferMoves moves,
            SeatRows seats,
            Invitees invitees,
            Filling filling,
            ServiceSheets sheets,
            OrderProgress progress,
            Policies policies,
            WorkingCalendars calendars,
            Transactions transactions,
            InstantSource clock) {
        this.rows = rows;
        this.moves = moves;
        this.seats = seats;
        this.invitees = invitees;
        this.filling = filling;
        this.sheets = sheets;
        this.progress = progress;
        this.policies = policies;
        this.calendars = calendars;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Offers an order to one or several at once; the first to accept has it. All offers of an order that are out at the
     * same time propose the same time: its seats are one service.
     *
     * @param seen the order's version on the screen
     */
    public Outcome<List<OfferId>> make(Actor actor, OrderId id, int seen, Slot proposed, Collection<Invitee> invitees) {
        return transactions.write(() -> {
            var order = sheets.hold(actor.county(), id);
            if (order.isEmpty()) {
                return Outcome.refused("order.not_found");
            }
            var now = clock.instant();
            return progress.offer(actor, id, seen)
                    .then(offered -> timeStands(actor.county(), order.get(), proposed, now))
                    .then(time -> this.invitees.stand(actor.county(), order.get(), proposed, invitees))
                    .then(all -> made(actor, order.get(), proposed, all, now));
        });
    }

    private Outcome<Slot> timeStands(CountyId county, ServiceSheet order, Slot proposed, Instant now) {
        if (!order.window().contains(proposed)
                || !proposed.from().isAfter(now)
                || !proposed.length().equals(Duration.ofMinutes(order.minutes()))) {
            return Outcome.refused("offer.outside_window");
        }
        return timeOut(county, order.id())
                        .filter(time -> !time.equals(proposed))
                        .isPresent()
                ? Outcome.refused("offer.one_time")
                : Outcome.done(proposed);
    }

    /** The time that is proposed to somebody already, or that somebody has taken a seat for. */
    public Optional<Slot> timeOut(CountyId county, OrderId order) {
        return rows.of(county, order, OfferState.OPEN, OfferState.ACCEPTED).stream()
                .map(offer -> offer.facts().proposed())
                .findFirst()
                .or(() -> seats.live(county, order).stream()
                        .map(seat -> seat.facts().time())
                        .findFirst());
    }

    private Outcome<List<OfferId>> made(
            Actor actor, ServiceSheet order, Slot proposed, List<Invitee> invitees, Instant now) {
        var county = actor.county();
        var deadline = OfferDeadline.of(
                now, order.window(), proposed, order.urgent(), policies.of(county), calendars.of(county));
        var ids = new ArrayList<OfferId>();
        for (var invitee : invitees) {
            var id = new OfferId(Ids.next());
            ids.add(id);
            var facts = new OfferFacts(county, id, 0, order.id(), invitee, proposed, deadline);
            if (moves.make(facts, actor.person(), now) instanceof Outcome.Refused<Offer>(var refusal)) {
                return Outcome.refused(refusal);
            }
        }
        return Outcome.done(ids);
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
            return live.isEmpty() ? Outcome.refused("order.nobody_yet") : agreed(actor.person(), order, live, actor);
        });
    }

    private Outcome<OrderId> agreed(PersonId by, ServiceSheet order, List<Seat> live, Actor actor) {
        return progress.confirm(
                actor.county(), order.id(), by, live.getFirst().facts().time(), live.size(), true);
    }
}
