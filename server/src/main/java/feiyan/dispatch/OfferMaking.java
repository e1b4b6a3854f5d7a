package feiyan.dispatch;

import feiyan.accounts.PersonId;
import feiyan.calendar.WorkingCalendars;
import feiyan.orders.ServiceSheet;
import feiyan.orders.Slot;
import feiyan.platform.CountyId;
import feiyan.platform.Ids;
import feiyan.platform.Outcome;
import feiyan.platform.Policies;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/** Writes offers with the deadline that policy and calendar give them. Runs with the order held. */
@Component
class OfferMaking {

    private final OfferMoves moves;
    private final Policies policies;
    private final WorkingCalendars calendars;

    OfferMaking(OfferMoves moves, Policies policies, WorkingCalendars calendars) {
        this.moves = moves;
        this.policies = policies;
        this.calendars = calendars;
    }

    /** All of them, or none. */
    Outcome<List<OfferId>> make(
            CountyId county,
            ServiceSheet order,
            Slot proposed,
            Collection<Invitee> invitees,
            PersonId by,
            Instant now) {
        var deadline = OfferDeadline.of(
                now, order.window(), proposed, order.urgent(), policies.of(county), calendars.of(county));
        var ids = new ArrayList<OfferId>();
        for (var invitee : invitees) {
            var id = new OfferId(Ids.next());
            ids.add(id);
            var facts = new OfferFacts(county, id, 0, order.id(), invitee, proposed, deadline);
            if (moves.make(order, facts, by, now) instanceof Outcome.Refused<Offer>(var refusal)) {
                return Outcome.refused(refusal);
            }
        }
        return Outcome.done(ids);
    }
}
