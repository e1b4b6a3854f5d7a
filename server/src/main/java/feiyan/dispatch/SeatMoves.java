package feiyan.dispatch;

import feiyan.accounts.PersonId;
import feiyan.orders.ServiceSheet;
import feiyan.orders.ServiceSheets;
import feiyan.orders.Slot;
import feiyan.platform.CountyId;
import feiyan.platform.Ids;
import feiyan.platform.Outbox;
import feiyan.platform.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The one way a seat is taken and moves. Runs in the door's transaction, the order held: so the seats of an order are
 * counted by one at a time, and the locks of weeks come after it.
 */
@Component
class SeatMoves {

    private final SeatRows rows;
    private final WeekRows weeks;
    private final HelperRows helpers;
    private final Planning planning;
    private final ServiceSheets sheets;
    private final Parties parties;
    private final Outbox outbox;

    SeatMoves(
            SeatRows rows,
            WeekRows weeks,
            HelperRows helpers,
            Planning planning,
            ServiceSheets sheets,
            Parties parties,
            Outbox outbox) {
        this.rows = rows;
        this.weeks = weeks;
        this.helpers = helpers;
        this.planning = planning;
        this.sheets = sheets;
        this.parties = parties;
        this.outbox = outbox;
    }

    /** Takes the lowest free place for somebody whom a leader puts on and no rule keeps from it. */
    Outcome<Seat> take(ServiceSheet order, Offer offer, PersonId volunteer, PersonId actor, Instant now) {
        weeks.lock(offer.facts().county(), volunteer, order.timeOr(offer.facts().proposed()));
        return seated(order, offer, volunteer, actor, now).map(seat -> {
            parties.sits(seat.facts(), now);
            return seat;
        });
    }

    /** As {@link #take}, for who has just said yes in person by {@link OfferMoves#accept}. */
    Outcome<Seat> takeOwn(ServiceSheet order, Offer accepted, PersonId volunteer, Instant now) {
        return seated(order, accepted, volunteer, volunteer, now).map(seat -> {
            parties.sitsAsAsked(seat.facts(), now);
            return seat;
        });
    }

    private Outcome<Seat> seated(ServiceSheet order, Offer offer, PersonId volunteer, PersonId actor, Instant now) {
        var county = offer.facts().county();
        if (sheets.isOrderOf(county, order.id(), List.of(volunteer))) {
            return Outcome.refused("seat.own_order");
        }
        var time = order.timeOr(offer.facts().proposed());
        return fit(county, order, volunteer, time).then(helper -> {
            var live = rows.live(county, order.id());
            if (live.stream().anyMatch(seat -> seat.facts().volunteer().equals(volunteer))) {
                return Outcome.refused("seat.yours_already");
            }
            var place = freePlace(order, live);
            if (place.isEmpty()) {
                return Outcome.refused("seat.taken");
            }
            var facts = new SeatFacts(
                    county,
                    new SeatId(Ids.next()),
                    0,
                    order.id(),
                    place.get(),
                    volunteer,
                    offer.facts().id(),
                    time);
            return taken(facts, helper, actor, now);
        });
    }

    private Outcome<Seat> taken(SeatFacts facts, Helper helper, PersonId actor, Instant now) {
        var command = new SeatCommand.Take();
        return Seat.decide(new Seat.Untaken(facts), command, now).map(seat -> {
            rows.take((Seat.Taken) seat, command, helper.weeklyLimitMinutes(), actor, now);
            tell(seat, command, now);
            return seat;
        });
    }

    /** Judged under the lock that the caller has of the week, or of both where the service lies near its turn. */
    private Outcome<Helper> fit(CountyId county, ServiceSheet order, PersonId volunteer, Slot time) {
        var service = planning.at(county, order, time);
        var found = helpers.of(county, order.id(), service, List.of(volunteer));
        if (found.isEmpty()) {
            return Outcome.refused("seat.no_volunteer");
        }
        return ServiceRules.against(found.getFirst(), service, planning.policy(county)).stream()
                .findFirst()
                .map(obstacle -> Outcome.<Helper>refused(obstacle.refusal()))
                .orElseGet(() -> Outcome.done(found.getFirst()));
    }

    private static Optional<Integer> freePlace(ServiceSheet order, List<Seat> live) {
        return IntStream.rangeClosed(1, order.headcount())
                .filter(place -> live.stream().noneMatch(seat -> seat.facts().place() == place))
                .boxed()
                .findFirst();
    }

    /** The same people at another time; each must be able to. */
    Outcome<Seat> reschedule(ServiceSheet order, Seat seat, Slot time, PersonId actor, Instant now) {
        var facts = seat.facts();
        weeks.lock(
                facts.county(),
                facts.volunteer(),
                ServiceRules.week(facts.time().from()));
        weeks.free(facts.county(), facts.volunteer(), facts.time());
        weeks.lock(facts.county(), facts.volunteer(), time);
        return fit(facts.county(), order, facts.volunteer(), time).then(helper -> {
            weeks.book(facts.county(), facts.volunteer(), time, helper.weeklyLimitMinutes());
            return move(seat, new SeatCommand.Move(time), actor, now);
        });
    }

    /** Who gives a seat back, or is released from it, has the minutes of the week back. */
    Outcome<Seat> move(Seat seat, SeatCommand command, @Nullable PersonId actor, Instant now) {
        return Seat.decide(seat, command, now).then(moved -> {
            if (!rows.move(seat, moved, command, actor, now)) {
                return Outcome.refused("seat.moved_on");
            }
            if (endsUnserved(moved)) {
                weeks.free(
                        seat.facts().county(),
                        seat.facts().volunteer(),
                        seat.facts().time());
                parties.sitsNoMore(seat.facts());
            }
            tell(moved, command, now);
            return Outcome.done(moved);
        });
    }

    private static boolean endsUnserved(Seat seat) {
        return switch (seat.state()) {
            case GIVEN_BACK, RELEASED, NO_SHOW -> true;
            case NEW, TAKEN, PRESENT, SERVED -> false;
        };
    }

    private void tell(Seat seat, SeatCommand command, Instant now) {
        var facts = seat.facts();
        outbox.tell(facts.county(), "seat." + command.verb(), facts.id().value(), facts.version(), now);
    }
}
