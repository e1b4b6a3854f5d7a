package feiyan.dispatch;

import feiyan.calendar.WorkingCalendars;
import feiyan.dispatch.OfferQueue.Waiting;
import feiyan.orders.ServiceSheet;
import feiyan.platform.CountyId;
import feiyan.platform.Policies;
import feiyan.platform.Policy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Asks as few as needed: some now, and at each answer and each look more, or nobody. A team answers for all seats, so
 * teams come one by one before people do. Runs with the order held: two who look at once ask nobody twice.
 */
@Component
class AsNeeded {

    private final OfferQueue queue;
    private final OfferRows offers;
    private final SeatRows seats;
    private final FewestToAsk fewest;
    private final Turns turns;
    private final Policies policies;
    private final WorkingCalendars calendars;

    AsNeeded(
            OfferQueue queue,
            OfferRows offers,
            SeatRows seats,
            FewestToAsk fewest,
            Turns turns,
            Policies policies,
            WorkingCalendars calendars) {
        this.queue = queue;
        this.offers = offers;
        this.seats = seats;
        this.fewest = fewest;
        this.turns = turns;
        this.policies = policies;
        this.calendars = calendars;
    }

    List<OfferId> ask(CountyId county, ServiceSheet order, Instant now) {
        var asked = new ArrayList<OfferId>();
        // Again after those who were passed over: others may have to be asked for them.
        for (var next = next(county, order, now); !next.isEmpty(); next = next(county, order, now)) {
            for (var one : next) {
                queue.remove(county, order.id(), one);
                turns.ask(county, order, one, now).ifPresent(asked::add);
            }
        }
        lookAgain(county, order, now);
        return asked;
    }

    private void lookAgain(CountyId county, ServiceSheet order, Instant now) {
        if (queue.of(county, order.id()).isEmpty()) {
            queue.clear(county, order.id());
        } else {
            queue.lookAgain(county, order.id(), nextLook(county, order, now));
        }
    }

    private List<Waiting> next(CountyId county, ServiceSheet order, Instant now) {
        var waiting = queue.of(county, order.id());
        int open = order.headcount() - seats.live(county, order.id()).size();
        var out = offers.of(county, order.id(), OfferState.OPEN, OfferState.ACCEPTED);
        boolean teamIsOut = out.stream().anyMatch(offer -> offer.facts().invitee() instanceof Invitee.ToTeam);
        if (waiting.isEmpty() || open <= 0 || teamIsOut) {
            return List.of();
        }
        var first = waiting.getFirst();
        if (first.invitee() instanceof Invitee.ToTeam) {
            return out.stream().anyMatch(offer -> offer.state() == OfferState.OPEN) ? List.of() : List.of(first);
        }
        var people = waiting.stream()
                .filter(one -> one.invitee() instanceof Invitee.ToVolunteer)
                .toList();
        return fewest.of(county, order, open, people, now);
    }

    /** Nobody answers at night, so nothing is to be seen then, unless it cannot wait. */
    private Instant nextLook(CountyId county, ServiceSheet order, Instant now) {
        var every = policies.of(county).get(Policy.OFFER_LOOK);
        return order.urgent() ? now.plus(every) : calendars.of(county).plusWaking(now, every);
    }
}
