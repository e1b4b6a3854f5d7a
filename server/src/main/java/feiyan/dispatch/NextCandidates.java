package feiyan.dispatch;

import feiyan.orders.OrderProgress;
import feiyan.orders.ServiceSheet;
import feiyan.orders.State;
import feiyan.platform.CountyId;
import feiyan.platform.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Asks those who wait: as few as needed, or one after the other, as many at a time as there are seats open, the next
 * when somebody says no, or nothing. Runs with the order held.
 */
@Component
class NextCandidates {

    private final OfferQueue queue;
    private final OfferRows offers;
    private final SeatRows seats;
    private final AsNeeded asNeeded;
    private final Turns turns;
    private final AskedLately lately;
    private final OrderProgress progress;

    NextCandidates(
            OfferQueue queue,
            OfferRows offers,
            SeatRows seats,
            AsNeeded asNeeded,
            Turns turns,
            AskedLately lately,
            OrderProgress progress) {
        this.queue = queue;
        this.offers = offers;
        this.seats = seats;
        this.asNeeded = asNeeded;
        this.turns = turns;
        this.lately = lately;
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
        return queue.look(county, order.id()).isPresent()
                ? asNeeded.ask(county, order, now)
                : inTurn(county, order, now);
    }

    private List<OfferId> inTurn(CountyId county, ServiceSheet order, Instant now) {
        var asked = new ArrayList<OfferId>();
        while (seatsToAskFor(county, order) > 0) {
            var next = queue.take(county, order.id());
            if (next.isEmpty()) {
                break;
            }
            next.filter(one -> one.regardless() || !askedEnough(county, one, now))
                    .flatMap(one -> turns.ask(county, order, one, now))
                    .ifPresent(asked::add);
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

    /** Nobody chose them knowing that: whoever comes next is asked instead. */
    private boolean askedEnough(CountyId county, OfferQueue.Waiting one, Instant now) {
        return one.invitee() instanceof Invitee.ToVolunteer(var person)
                && lately.of(county, List.of(person), now).enoughFor(person);
    }
}
