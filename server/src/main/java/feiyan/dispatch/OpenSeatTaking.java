package feiyan.dispatch;

import feiyan.orders.OrderId;
import feiyan.orders.OrderProgress;
import feiyan.orders.ServiceSheet;
import feiyan.orders.ServiceSheets;
import feiyan.orders.Slot;
import feiyan.platform.CountyId;
import feiyan.platform.Outcome;
import feiyan.platform.Policies;
import feiyan.platform.Policy;
import feiyan.platform.Transactions;
import feiyan.units.Actor;
import feiyan.units.Units;
import feiyan.volunteers.Volunteers;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The door by which a volunteer takes an open seat unasked. It is an offer to oneself, made and accepted in one
 * transaction: so the seat is taken by the one locked way, and those who were asked and find no seat left are told as
 * ever.
 */
@Component
public class OpenSeatTaking {

    private final Volunteers volunteers;
    private final Units units;
    private final ServiceSheets sheets;
    private final OrdersToTake orders;
    private final OfferRows offers;
    private final OfferMaking making;
    private final OfferMoves moves;
    private final SeatMoves seats;
    private final OfferGate gate;
    private final Filling filling;
    private final OrderProgress progress;
    private final Policies policies;
    private final Transactions transactions;
    private final InstantSource clock;

    OpenSeatTaking(
            Volunteers volunteers,
            Units units,
            ServiceSheets sheets,
            OrdersToTake orders,
            OfferRows offers,
            OfferMaking making,
            OfferMoves moves,
            SeatMoves seats,
            OfferGate gate,
            Filling filling,
            OrderProgress progress,
            Policies policies,
            Transactions transactions,
            InstantSource clock) {
        this.volunteers = volunteers;
        this.units = units;
        this.sheets = sheets;
        this.orders = orders;
        this.offers = offers;
        this.making = making;
        this.moves = moves;
        this.seats = seats;
        this.gate = gate;
        this.filling = filling;
        this.progress = progress;
        this.policies = policies;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Whether there is such an order for this volunteer at all: of a unit above one's own, and not confidential. */
    public boolean reaches(Actor actor, OrderId id) {
        return volunteers
                .find(actor.county(), actor.person())
                .flatMap(self -> sheets.find(actor.county(), id)
                        .filter(order -> !order.confidential() && order.project() != null)
                        .filter(order -> units.within(actor.county(), self.unit(), order.standsAt())))
                .isPresent();
    }

    /** @param from when it begins, as the list showed it */
    public Outcome<SeatId> take(Actor actor, OrderId id, Instant from) {
        return transactions.write(() -> {
            var order = sheets.hold(actor.county(), id);
            return order.isEmpty() || !reaches(actor, id)
                    ? Outcome.refused("order.not_found")
                    : open(actor, order.get()).then(open -> taken(actor, open, from));
        });
    }

    private Outcome<OrderToTake> open(Actor actor, ServiceSheet order) {
        if (!policies.of(actor.county()).get(Policy.OPEN_SEATS)) {
            return Outcome.refused("open_seat.off");
        }
        if (sheets.isOrderOf(actor.county(), order.id(), List.of(actor.person()))) {
            return Outcome.refused("seat.own_order");
        }
        var open = orders.of(actor.county(), actor.person(), List.of(order)).getFirst();
        return open.closed().map(Outcome::<OrderToTake>refused).orElseGet(() -> Outcome.done(open));
    }

    private Outcome<SeatId> taken(Actor actor, OrderToTake open, Instant from) {
        var now = clock.instant();
        var order = open.sheet();
        return chosen(actor.county(), open, from, now)
                .then(time -> gate.timeStands(actor.county(), order, time, now))
                .then(time -> offered(actor, order, time, now))
                .then(offer -> moves.accept(order, offer, actor.person(), now))
                .then(offer -> seats.takeOwn(order, offer, actor.person(), now))
                .then(seat -> filling.filled(actor.county(), order, actor.person())
                        .map(done -> seat.facts().id()));
    }

    /** One of the times that the list may show now: another may have been agreed on meanwhile, or it is too late. */
    private Outcome<Slot> chosen(CountyId county, OrderToTake open, Instant from, Instant now) {
        return slot(open.sheet(), from)
                .filter(time -> OpenTimes.of(open, policies.of(county), now).anyMatch(time::equals))
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused("open_seat.other_time"));
    }

    private static Optional<Slot> slot(ServiceSheet order, Instant from) {
        try {
            return Optional.of(new Slot(from, from.plus(Duration.ofMinutes(order.minutes()))));
        } catch (DateTimeException | ArithmeticException noSuchTime) {
            return Optional.empty();
        }
    }

    /** Where they were asked already, it is that offer they accept; one that ran out is ended first. */
    private Outcome<Offer> offered(Actor actor, ServiceSheet order, Slot time, Instant now) {
        var invitee = new Invitee.ToVolunteer(actor.person());
        var asked = offers.of(actor.county(), order.id(), OfferState.OPEN).stream()
                .filter(offer -> offer.facts().invitee().equals(invitee))
                .findFirst();
        if (asked.isPresent() && now.isBefore(asked.get().facts().deadline())) {
            return Outcome.done(asked.get());
        }
        return asked.isPresent()
                ? moves.move(asked.get(), new OfferCommand.Expire(), null, now)
                        .then(ended -> toOneself(actor, order, time, invitee, now))
                : toOneself(actor, order, time, invitee, now);
    }

    private Outcome<Offer> toOneself(Actor actor, ServiceSheet order, Slot time, Invitee invitee, Instant now) {
        return progress.offerNext(actor.county(), order.id(), actor.person())
                .then(told -> making.make(actor.county(), order, time, List.of(invitee), actor.person(), now))
                .map(made -> offers.find(actor.county(), made.getFirst()).orElseThrow());
    }
}
