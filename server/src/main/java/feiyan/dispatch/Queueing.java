package feiyan.dispatch;

import feiyan.accounts.PersonId;
import feiyan.orders.OrderId;
import feiyan.orders.Slot;
import feiyan.platform.CountyId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Puts those whom a dispatcher chose behind those who wait already, each once; who has not answered yet is asked
 * already. Runs with the order held.
 */
@Component
class Queueing {

    private final OfferQueue queue;
    private final OfferRows offers;
    private final AskedLately lately;

    Queueing(OfferQueue queue, OfferRows offers, AskedLately lately) {
        this.queue = queue;
        this.offers = offers;
        this.lately = lately;
    }

    /** Who was asked enough this week was chosen all the same, so they are asked when their turn comes. */
    void add(
            CountyId county,
            OrderId order,
            Collection<? extends Invitee> invitees,
            Slot proposed,
            PersonId by,
            Instant now) {
        var there = Stream.concat(
                        queue.of(county, order).stream().map(OfferQueue.Waiting::invitee),
                        offers.of(county, order, OfferState.OPEN).stream()
                                .map(offer -> offer.facts().invitee()))
                .toList();
        var asked = lately.of(county, people(invitees), now);
        for (var one : invitees) {
            boolean regardless = one instanceof Invitee.ToVolunteer(var person) && asked.enoughFor(person);
            if (!there.contains(one)) {
                queue.add(county, order, one, proposed, by, regardless);
            }
        }
    }

    private static List<PersonId> people(Collection<? extends Invitee> invitees) {
        return invitees.stream()
                .map(one -> one instanceof Invitee.ToVolunteer(var person) ? person : null)
                .filter(Objects::nonNull)
                .toList();
    }
}
