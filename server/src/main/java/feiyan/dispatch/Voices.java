package feiyan.dispatch;

import feiyan.orders.OrderView;
import feiyan.orders.Relation;
import feiyan.units.Actor;
import java.util.EnumSet;
import org.springframework.stereotype.Component;

/** Finds out for whom somebody speaks. */
@Component
public class Voices {

    private final SeatRows seats;
    private final OfferRows offers;

    Voices(SeatRows seats, OfferRows offers) {
        this.seats = seats;
        this.offers = offers;
    }

    public Voice of(Actor actor, OrderView order) {
        var own = EnumSet.noneOf(ProposalSide.class);
        if (order.asks()) {
            own.add(ProposalSide.REQUESTER);
        }
        if (order.is(Relation.LEADER) || (order.is(Relation.SEAT) && wasAskedInPerson(actor, order))) {
            own.add(ProposalSide.SERVING);
        }
        return new Voice(own, order.is(Relation.IN_CHARGE));
    }

    private boolean wasAskedInPerson(Actor actor, OrderView order) {
        return seats.live(actor.county(), order.id()).stream()
                .filter(seat -> seat.facts().volunteer().equals(actor.person()))
                .anyMatch(seat -> offers.find(actor.county(), seat.facts().offer())
                        .filter(offer -> offer.facts().invitee() instanceof Invitee.ToVolunteer)
                        .isPresent());
    }
}
