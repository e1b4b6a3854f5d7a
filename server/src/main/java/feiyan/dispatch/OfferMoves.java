package feiyan.dispatch;

import feiyan.accounts.PersonId;
import feiyan.orders.ServiceSheet;
import feiyan.platform.Outbox;
import feiyan.platform.Outcome;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The one way an offer moves: decided, written with its event, told. Runs in the door's transaction, the order held.
 */
@Component
class OfferMoves {

    private final OfferRows rows;
    private final NewOfferRows beginnings;
    private final WeekRows weeks;
    private final Parties parties;
    private final Outbox outbox;

    OfferMoves(OfferRows rows, NewOfferRows beginnings, WeekRows weeks, Parties parties, Outbox outbox) {
        this.rows = rows;
        this.beginnings = beginnings;
        this.weeks = weeks;
        this.parties = parties;
        this.outbox = outbox;
    }

    Outcome<Offer> make(ServiceSheet order, OfferFacts facts, PersonId actor, Instant now) {
        var command = new OfferCommand.Make();
        return Offer.decide(new Offer.Unmade(facts), command, now).map(made -> {
            beginnings.make(order, (Offer.Open) made, command, actor, now);
            parties.asked(made.facts(), now);
            tell(made, command, now);
            return made;
        });
    }

    Outcome<Offer> move(Offer offer, OfferCommand command, @Nullable PersonId actor, Instant now) {
        return Offer.decide(offer, command, now).then(moved -> {
            if (!rows.move(offer, moved, command, actor, now)) {
                return Outcome.refused("offer.moved_on");
            }
            if (offer.state() == OfferState.OPEN) {
                parties.answered(moved.facts());
            } else {
                parties.leadsNoMore(moved.facts());
            }
            tell(moved, command, now);
            return Outcome.done(moved);
        });
    }

    /**
     * Who was asked in person says yes and takes a seat next, in the same transaction: {@link SeatMoves#takeOwn} judges
     * under the weeks that are locked here, and with the seat they are asked no more.
     */
    Outcome<Offer> accept(ServiceSheet order, Offer offer, PersonId volunteer, Instant now) {
        var command = new OfferCommand.Accept();
        return Offer.decide(offer, command, now).then(accepted -> {
            if (!accepted(order, offer, accepted, command, volunteer, now)) {
                return Outcome.refused("offer.moved_on");
            }
            tell(accepted, command, now);
            return Outcome.done(accepted);
        });
    }

    private boolean accepted(
            ServiceSheet order, Offer offer, Offer accepted, OfferCommand command, PersonId volunteer, Instant now) {
        var time = order.timeOr(offer.facts().proposed());
        var inWeeks = WeekRows.of(time);
        if (inWeeks.size() == 1) {
            return rows.moveLocking(volunteer, inWeeks.getFirst(), offer, accepted, command, now);
        }
        boolean moved = rows.move(offer, accepted, command, volunteer, now);
        weeks.lock(offer.facts().county(), volunteer, time);
        return moved;
    }

    private void tell(Offer offer, OfferCommand command, Instant now) {
        var facts = offer.facts();
        outbox.tell(facts.county(), "offer." + command.verb(), facts.id().value(), facts.version(), now);
    }
}
