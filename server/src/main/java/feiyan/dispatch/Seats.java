package feiyan.dispatch;

import feiyan.accounts.PersonId;
import feiyan.orders.OrderId;
import feiyan.orders.OrderProgress;
import feiyan.orders.ServiceSheet;
import feiyan.orders.ServiceSheets;
import feiyan.orders.State;
import feiyan.platform.Outcome;
import feiyan.platform.Transactions;
import feiyan.units.Actor;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The door of those who come: a leader puts members on, a seat is given back or missed. */
@Component
public class Seats {

    private final SeatRows rows;
    private final SeatMoves moves;
    private final OfferRows offers;
    private final OfferMoves offerMoves;
    private final Parties parties;
    private final Filling filling;
    private final MembersToPut members;
    private final ServiceSheets sheets;
    private final OrderProgress progress;
    private final Transactions transactions;
    private final InstantSource clock;

    Seats(
            SeatRows rows,
            SeatMoves moves,
            OfferRows offers,
            OfferMoves offerMoves,
            Parties parties,
            Filling filling,
            MembersToPut members,
            ServiceSheets sheets,
            OrderProgress progress,
            Transactions transactions,
            InstantSource clock) {
        this.rows = rows;
        this.moves = moves;
        this.offers = offers;
        this.offerMoves = offerMoves;
        this.parties = parties;
        this.filling = filling;
        this.members = members;
        this.sheets = sheets;
        this.progress = progress;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The leader of the team that took the order puts members on, all of them or none. */
    public Outcome<OrderId> put(Actor actor, OfferId id, Collection<PersonId> people) {
        return transactions.write(() -> {
            var order = mine(actor, id)
                    .flatMap(seen -> sheets.hold(actor.county(), seen.facts().order()));
            return mine(actor, id)
                    .flatMap(offer -> order.map(held -> put(actor, held, offer, people)))
                    .orElseGet(() -> Outcome.refused("offer.not_yours"));
        });
    }

    private Optional<Offer> mine(Actor actor, OfferId id) {
        return offers.find(actor.county(), id).filter(offer -> parties.answersFor(actor.person(), offer.facts()));
    }

    private Outcome<OrderId> put(Actor actor, ServiceSheet order, Offer offer, Collection<PersonId> people) {
        return takesMembers(order, offer)
                .then(team -> members.stand(actor, team.team(), people))
                .then(all -> seated(actor, order, offer, all));
    }

    private Outcome<Invitee.ToTeam> takesMembers(ServiceSheet order, Offer offer) {
        if (order.state() == State.OFFERED
                && !clock.instant().isBefore(offer.facts().proposed().from())) {
            return Outcome.refused("offer.time_has_passed");
        }
        boolean open = order.state() == State.OFFERED || OfferGate.isAgreed(order);
        return offer instanceof Offer.Accepted(var facts) && facts.invitee() instanceof Invitee.ToTeam team && open
                ? Outcome.done(team)
                : Outcome.refused("offer.not_now", offer.state().name());
    }

    private Outcome<OrderId> seated(Actor actor, ServiceSheet order, Offer offer, Collection<PersonId> members) {
        var now = clock.instant();
        var inOrder = members.stream().map(PersonId::value).distinct().sorted().map(PersonId::new);
        for (var member : inOrder.toList()) {
            if (moves.take(order, offer, member, actor.person(), now) instanceof Outcome.Refused<Seat>(var refusal)) {
                return Outcome.refused(refusal);
            }
        }
        return filling.filled(actor.county(), order, actor.person());
    }

    /** Given back by who holds it, or by the leader who put them on. */
    public Outcome<OrderId> giveBack(Actor actor, SeatId id, @Nullable String reason) {
        return change(
                actor,
                id,
                (order, seat) -> holdsOrLeads(actor, seat)
                        ? moves.move(seat, new SeatCommand.GiveBack(reason), actor.person(), clock.instant())
                                .then(moved -> returned(actor, moved))
                                .then(moved -> filling.gaveBack(actor.county(), order, actor.person(), reason))
                        : Outcome.refused("seat.not_yours"));
    }

    /** Somebody asked in person gives the offer back with the seat; a team keeps it and may send another. */
    private Outcome<Offer> returned(Actor actor, Seat seat) {
        var offer = offers.find(actor.county(), seat.facts().offer()).orElseThrow();
        return offer.facts().invitee() instanceof Invitee.ToVolunteer
                ? offerMoves.move(offer, new OfferCommand.Return("given_back"), actor.person(), clock.instant())
                : Outcome.done(offer);
    }

    public Outcome<OrderId> miss(Actor actor, SeatId id) {
        return miss(actor, id, null);
    }

    /** Somebody did not come; when nobody did, the order goes back to the unit. */
    public Outcome<OrderId> miss(Actor actor, SeatId id, @Nullable String reason) {
        return change(actor, id, (order, seat) -> {
            if (!answersFor(actor, seat)) {
                return Outcome.refused("seat.not_yours");
            }
            return moves.move(seat, new SeatCommand.Miss(reason), actor.person(), clock.instant())
                    .then(moved -> afterMissing(actor, order));
        });
    }

    private Outcome<OrderId> afterMissing(Actor actor, ServiceSheet order) {
        boolean somebodyLeft = !rows.live(actor.county(), order.id()).isEmpty();
        if (somebodyLeft) {
            return Outcome.done(order.id());
        }
        return order.state() == State.IN_SERVICE
                ? progress.finish(actor.county(), order.id(), actor.person(), null)
                : progress.noShow(actor.county(), order.id(), actor.person());
    }

    private boolean holdsOrLeads(Actor actor, Seat seat) {
        return seat.facts().volunteer().equals(actor.person()) || leads(actor, seat);
    }

    /** Whether the actor leads the team that has the seat. */
    public boolean leads(Actor actor, Seat seat) {
        return offers.find(actor.county(), seat.facts().offer())
                .filter(offer -> offer.facts().invitee() instanceof Invitee.ToTeam)
                .filter(offer -> parties.answersFor(actor.person(), offer.facts()))
                .isPresent();
    }

    /**
     * Whether the actor speaks for who has the seat: the leader, or the staff in charge of the order, since somebody
     * asked in person has no leader.
     */
    public boolean answersFor(Actor actor, Seat seat) {
        return leads(actor, seat)
                || sheets.inCharge(actor, seat.facts().order()).isPresent();
    }

    /** Holds the order of the actor's own seat until the transaction ends; empty where the seat is not theirs. */
    public Optional<ServiceSheet> holdOrder(Actor holder, SeatId own) {
        return sheets.hold(holder, SeatRows.ORDER, own.value());
    }

    public Optional<Seat> find(Actor actor, SeatId id) {
        return rows.find(actor.county(), id)
                .filter(seat -> seat.facts().volunteer().equals(actor.person()) || answersFor(actor, seat));
    }

    private Outcome<OrderId> change(Actor actor, SeatId id, BiFunction<ServiceSheet, Seat, Outcome<OrderId>> change) {
        return transactions.write(() -> {
            var seen = rows.find(actor.county(), id);
            if (seen.isEmpty()) {
                return Outcome.refused("seat.not_yours");
            }
            var order = sheets.hold(actor.county(), seen.get().facts().order()).orElseThrow();
            return change.apply(order, rows.find(actor.county(), order.id(), id).orElseThrow());
        });
    }
}
