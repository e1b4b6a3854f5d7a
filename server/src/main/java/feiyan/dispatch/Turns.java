package feiyan.dispatch;

import feiyan.orders.ServiceSheet;
import feiyan.orders.Slot;
import feiyan.platform.CountyId;
import feiyan.platform.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Somebody's turn to be asked has come. Who cannot serve any more is passed over. Runs with the order held. */
@Component
class Turns {

    private final OfferRows offers;
    private final SeatRows seats;
    private final Invitees invitees;
    private final OfferMaking making;

    Turns(OfferRows offers, SeatRows seats, Invitees invitees, OfferMaking making) {
        this.offers = offers;
        this.seats = seats;
        this.invitees = invitees;
        this.making = making;
    }

    Optional<OfferId> ask(CountyId county, ServiceSheet order, OfferQueue.Waiting next, Instant now) {
        Slot time = Objects.requireNonNullElse(order.agreed(), next.proposed());
        if (!stillOpen(order, time, now) || comesAlready(county, order, next.invitee())) {
            return Optional.empty();
        }
        var made = invitees.stand(county, order, time, List.of(next.invitee()))
                .then(one -> making.make(county, order, time, one, next.by(), now));
        return made instanceof Outcome.Done<List<OfferId>>(var ids) ? Optional.of(ids.getFirst()) : Optional.empty();
    }

    /** Before it is agreed people need time to answer; afterwards a seat may be filled as long as the service lasts. */
    private static boolean stillOpen(ServiceSheet order, Slot time, Instant now) {
        return (OfferGate.isAgreed(order) ? time.to() : time.from()).isAfter(now);
    }

    private boolean comesAlready(CountyId county, ServiceSheet order, Invitee invitee) {
        boolean asked = offers.of(county, order.id(), OfferState.OPEN).stream()
                .anyMatch(offer -> offer.facts().invitee().equals(invitee));
        boolean seated = invitee instanceof Invitee.ToVolunteer(var person)
                && seats.live(county, order.id()).stream()
                        .anyMatch(seat -> seat.facts().volunteer().equals(person));
        return asked || seated;
    }
}
