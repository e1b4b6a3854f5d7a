package feiyan.dispatch;

import feiyan.accounts.PersonId;
import feiyan.orders.OrderId;
import feiyan.orders.ServiceSheet;
import feiyan.orders.ServiceSheets;
import feiyan.platform.CountyId;
import feiyan.units.Actor;
import feiyan.volunteers.Team;
import feiyan.volunteers.Teams;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The unit's roll of an order: who comes, and who was asked. For staff in charge; empty for everybody else. */
@Component
public class Rolls {

    private final ServiceSheets sheets;
    private final SeatRows seats;
    private final OfferRows offers;
    private final OfferQueue queue;
    private final Teams teams;

    Rolls(ServiceSheets sheets, SeatRows seats, OfferRows offers, OfferQueue queue, Teams teams) {
        this.sheets = sheets;
        this.seats = seats;
        this.offers = offers;
        this.queue = queue;
        this.teams = teams;
    }

    /**
     * @param asked offers that wait for an answer, and those that a team has taken
     * @param next who is asked when one of them says no, in this order; or as needed
     * @param said who said no, or nothing in time
     * @param look when it is looked at again whether more are needed; null where they are asked in turn
     */
    public record Roll(
            ServiceSheet order,
            List<Seat> seats,
            List<Asked> asked,
            List<Next> next,
            List<Asked> said,
            @Nullable Instant look) {

        /** Seats on which somebody counts now. */
        public int taken() {
            return (int) seats.stream()
                    .filter(seat -> seat.state() == SeatState.TAKEN || seat.state() == SeatState.PRESENT)
                    .count();
        }

        public int open() {
            return Math.max(0, order.headcount() - taken());
        }

        public int waiting() {
            return (int)
                    asked.stream().filter(one -> one.state() == OfferState.OPEN).count();
        }

        /** Everybody who may stand on the page by name. */
        public List<PersonId> people() {
            return Stream.of(
                            seats.stream().map(seat -> seat.facts().volunteer()),
                            Stream.concat(asked.stream(), said.stream()).map(Asked::person),
                            next.stream().map(Next::person))
                    .flatMap(each -> each)
                    .filter(Objects::nonNull)
                    .distinct()
                    .toList();
        }
    }

    /**
     * Somebody who was asked.
     *
     * @param person null where it was a team
     * @param team its name; null where it was a person
     */
    public record Asked(
            OfferId offer,
            OfferState state,
            @Nullable PersonId person,
            @Nullable String team,
            Instant deadline) {}

    /** Somebody who waits for their turn; as {@link Asked}. */
    public record Next(@Nullable PersonId person, @Nullable String team) {}

    public Optional<Roll> of(Actor actor, OrderId id) {
        var county = actor.county();
        return sheets.inCharge(actor, id)
                .map(order -> new Roll(
                        order,
                        seats.of(county, id),
                        asked(county, id),
                        next(county, id),
                        asked(county, offers.of(county, id, OfferState.DECLINED, OfferState.EXPIRED)),
                        queue.look(county, id).orElse(null)));
    }

    /** Somebody who said yes in person stands among the seats already. */
    private List<Asked> asked(CountyId county, OrderId order) {
        return asked(
                county,
                offers.of(county, order, OfferState.OPEN, OfferState.ACCEPTED).stream()
                        .filter(offer -> offer.state() == OfferState.OPEN
                                || offer.facts().invitee() instanceof Invitee.ToTeam)
                        .toList());
    }

    private List<Asked> asked(CountyId county, List<Offer> offers) {
        return offers.stream()
                .map(offer -> new Asked(
                        offer.facts().id(),
                        offer.state(),
                        person(offer.facts().invitee()),
                        team(county, offer.facts().invitee()),
                        offer.facts().deadline()))
                .toList();
    }

    private List<Next> next(CountyId county, OrderId order) {
        return queue.of(county, order).stream()
                .map(one -> new Next(person(one.invitee()), team(county, one.invitee())))
                .toList();
    }

    private static @Nullable PersonId person(Invitee invitee) {
        return invitee instanceof Invitee.ToVolunteer(var person) ? person : null;
    }

    private @Nullable String team(CountyId county, Invitee invitee) {
        return invitee instanceof Invitee.ToTeam(var team)
                ? teams.find(county, team).map(Team::name).orElse(null)
                : null;
    }
}
