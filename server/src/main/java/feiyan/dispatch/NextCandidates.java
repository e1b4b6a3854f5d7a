package feiyan.dispatch;

import feiyan.orders.OrderProgress;
import feiyan.orders.ServiceSheet;
import feiyan.orders.Slot;
import feiyan.orders.State;
import feiyan.platform.CountyId;
import feiyan.platform.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Asks one after the other: as many at a time as there are seats open, the next when somebody says no, or nothing.
 * Whoever cannot serve any more when the turn comes is passed over. Runs with the order held.
 */
@Component
class NextCandidates {

    private final OfferQueue queue;
    private final OfferRows offers;
    private final SeatRows seats;
    private final Invitees invitees;
    private final OfferMaking making;
    private final OrderProgress progress;

    NextCandidates(
            OfferQueue queue,
            OfferRows offers,
            SeatRows seats,
            Invitees invitees,
            OfferMaking making,
            OrderProgress progress) {
        this.queue = queue;
        this.offers = offers;
        this.seats = seats;
        this.invitees = invitees;
        this.making = making;
        this.progress = progress;
    }

    /** Asks the next and tells so in the order's history, where that is still about who comes. */
    Outcome<List<OfferId>> askNext(CountyId county, ServiceSheet order, Instant now) {
        var asked = ask(county, order, now);
        boolean beforeItIsAgreed = order.state() == State.APPROVED || order.state() == State.OFFERED;
        return asked.isEmpty() || !beforeItIsAgreed
                ? Outcome.done(asked)
                : progress.offerNext(county, order.id(), null).map(told -> asked);
    }

    List<OfferId> ask(CountyId county, ServiceSheet order, Instant now) {
        var asked = new ArrayList<OfferId>();
        while (seatsToAskFor(county, order) > 0) {
            var next = queue.take(county, order.id());
            if (next.isEmpty()) {
                break;
            }
            offered(county, order, next.get(), now).ifPresent(asked::add);
        }
        return asked;
    }

    /** A team that is asked, or has it, answers for all seats. */
    private int seatsToAskFor(CountyId county, ServiceSheet order) {
        var out = offers.of(county, order.id(), OfferState.OPEN, OfferState.ACCEPTED);
        if (out.stream().anyMatch(offer -> offer.facts().invitee() instanceof Invitee.ToTeam)) {
            return 0;
        }
        var open = out.stream().filter(offer -> offer.state() == OfferState.OPEN);
        return order.headcount() - seats.live(county, order.id()).size() - (int) open.count();
    }

    private Optional<OfferId> offered(CountyId county, ServiceSheet order, OfferQueue.Waiting next, Instant now) {
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
