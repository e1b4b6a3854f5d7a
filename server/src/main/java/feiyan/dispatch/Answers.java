package feiyan.dispatch;

import feiyan.orders.ServiceSheet;
import feiyan.orders.ServiceSheets;
import feiyan.platform.Outcome;
import feiyan.platform.Transactions;
import feiyan.units.Actor;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The door of those who are asked: a volunteer answers in person, a leader for the team. No is as good as yes. */
@Component
public class Answers {

    private final OfferRows rows;
    private final OfferMoves moves;
    private final SeatMoves seatMoves;
    private final SeatRows seats;
    private final Parties parties;
    private final Filling filling;
    private final ServiceSheets sheets;
    private final Transactions transactions;
    private final InstantSource clock;

    Answers(
            OfferRows rows,
            OfferMoves moves,
            SeatMoves seatMoves,
            SeatRows seats,
            Parties parties,
            Filling filling,
            ServiceSheets sheets,
            Transactions transactions,
            InstantSource clock) {
        this.rows = rows;
        this.moves = moves;
        this.seatMoves = seatMoves;
        this.seats = seats;
        this.parties = parties;
        this.filling = filling;
        this.sheets = sheets;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** A person has a seat by that; a team has the order, and its leader fills the seats. */
    public Outcome<OfferId> accept(Actor actor, OfferId id) {
        return answer(actor, id, (order, offer) -> switch (offer.facts().invitee()) {
            case Invitee.ToVolunteer _ -> acceptedInPerson(actor, order, offer);
            case Invitee.ToTeam _ -> acceptedForTeam(actor, order, offer);
        });
    }

    private Outcome<OfferId> acceptedInPerson(Actor actor, ServiceSheet order, Offer offer) {
        var now = clock.instant();
        return whileItStands(order, offer)
                .then(it -> moves.accept(order, it, actor.person(), now))
                .then(it -> seatMoves.takeOwn(order, it, actor.person(), now))
                .then(seat -> filling.filled(actor.county(), order, actor.person()))
                .map(done -> offer.facts().id());
    }

    private Outcome<OfferId> acceptedForTeam(Actor actor, ServiceSheet order, Offer offer) {
        var now = clock.instant();
        return whileItStands(order, offer)
                .then(it -> moves.move(it, new OfferCommand.Accept(), actor.person(), now))
                .map(it -> {
                    parties.leads(it.facts(), actor.person(), now);
                    withdrawOthers(it, now);
                    return it.facts().id();
                });
    }

    /** Somebody else was faster: said so, rather than that the offer was withdrawn. */
    private Outcome<Offer> whileItStands(ServiceSheet order, Offer offer) {
        if (offer.state() != OfferState.WITHDRAWN) {
            return Outcome.done(offer);
        }
        boolean teamHasIt = rows.of(offer.facts().county(), order.id(), OfferState.ACCEPTED).stream()
                .anyMatch(it -> it.facts().invitee() instanceof Invitee.ToTeam);
        if (teamHasIt) {
            return Outcome.refused("offer.taken_by_team");
        }
        return switch (order.state()) {
            case ACCEPTED, IN_SERVICE ->
                Outcome.refused(isForAnotherTime(order, offer) ? "offer.time_moved" : "seat.taken");
            case SERVED, CLOSED -> Outcome.refused("seat.taken");
            case NEW, SUBMITTED, RETURNED, APPROVED, OFFERED, MERGED, REFUSED, CANCELLED ->
                Outcome.refused("offer.order_ended");
        };
    }

    /** Though a seat may be open: nobody has asked them for the time it was moved to. */
    private boolean isForAnotherTime(ServiceSheet order, Offer offer) {
        boolean full = seats.live(offer.facts().county(), order.id()).size() >= order.headcount();
        return !full && !offer.facts().proposed().equals(order.agreed());
    }

    /** The team has the whole order now: nobody else need answer. */
    private void withdrawOthers(Offer accepted, Instant now) {
        var facts = accepted.facts();
        for (var other : rows.of(facts.county(), facts.order(), OfferState.OPEN)) {
            moves.move(other, new OfferCommand.Withdraw("taken_by_team"), null, now)
                    .orThrow();
        }
    }

    /** @param reason a code, where one was chosen; none is owed */
    public Outcome<OfferId> decline(Actor actor, OfferId id, @Nullable String reason) {
        return answer(
                actor,
                id,
                (order, offer) -> moves.move(offer, new OfferCommand.Decline(reason), actor.person(), clock.instant())
                        .then(moved -> filling.emptied(actor.county(), order, actor.person()))
                        .map(done -> id));
    }

    /** A team that cannot after all: its members' seats are given back with it. */
    public Outcome<OfferId> giveBack(Actor actor, OfferId id, @Nullable String reason) {
        return answer(
                actor,
                id,
                (order, offer) -> seatsGivenBack(actor, offer, reason)
                        .then(all -> moves.move(
                                offer, new OfferCommand.Return(code(reason)), actor.person(), clock.instant()))
                        .then(moved -> filling.gaveBack(actor.county(), order, actor.person(), code(reason)))
                        .map(done -> id));
    }

    private static String code(@Nullable String reason) {
        return reason == null ? "team_cannot" : reason;
    }

    private Outcome<Offer> seatsGivenBack(Actor actor, Offer offer, @Nullable String reason) {
        var facts = offer.facts();
        for (var seat : seats.live(facts.county(), facts.order())) {
            if (seat.facts().offer().equals(facts.id())
                    && seatMoves.move(seat, new SeatCommand.GiveBack(code(reason)), actor.person(), clock.instant())
                            instanceof Outcome.Refused<Seat>(var why)) {
                return Outcome.refused(why);
            }
        }
        return Outcome.done(offer);
    }

    /** The order is held before the offer is read: it, and who leads the team, may have changed while waiting. */
    private Outcome<OfferId> answer(Actor actor, OfferId id, BiFunction<ServiceSheet, Offer, Outcome<OfferId>> answer) {
        return transactions.write(() -> sheets.hold(actor, OfferRows.ORDER, id.value())
                .flatMap(order -> rows.find(actor.county(), order.id(), id)
                        .filter(offer -> answersFor(actor, offer))
                        .map(offer -> answer.apply(order, offer)))
                .orElseGet(() -> Outcome.refused("offer.not_yours")));
    }

    private boolean answersFor(Actor actor, Offer offer) {
        return parties.answersFor(actor.person(), offer.facts());
    }
}
