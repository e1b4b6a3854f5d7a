package feiyan.dispatch;

import feiyan.accounts.PersonId;
import feiyan.orders.OrderId;
import feiyan.orders.ServiceSheet;
import feiyan.orders.ServiceSheets;
import feiyan.platform.CountyId;
import feiyan.units.Actor;
import feiyan.volunteers.Team;
import feiyan.volunteers.Teams;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The unit's roll of an order: who comes, and who was asked. For staff in charge; empty for everybody else. */
@Component
public class Rolls {

    private final ServiceSheets sheets;
    private final SeatRows seats;
    private final OfferRows offers;
    private final Teams teams;

    Rolls(ServiceSheets sheets, SeatRows seats, OfferRows offers, Teams teams) {
        this.sheets = sheets;
        this.seats = seats;
        this.offers = offers;
        this.teams = teams;
    }

    /** @param asked offers that wait for an answer, and those that a team has taken */
    public record Roll(ServiceSheet order, List<Seat> seats, List<Asked> asked) {}

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
            @Nullable String team) {}

    public Optional<Roll> of(Actor actor, OrderId id) {
        return sheets.inCharge(actor, id)
                .map(order -> new Roll(order, seats.of(actor.county(), id), asked(actor.county(), id)));
    }

    /** Somebody who said yes in person stands among the seats already. */
    private List<Asked> asked(CountyId county, OrderId order) {
        return offers.of(county, order, OfferState.OPEN, OfferState.ACCEPTED).stream()
                .filter(offer ->
                        offer.state() == OfferState.OPEN || offer.facts().invitee() instanceof Invitee.ToTeam)
                .map(offer -> switch (offer.facts().invitee()) {
                    case Invitee.ToVolunteer(var person) ->
                        new Asked(offer.facts().id(), offer.state(), person, null);
                    case Invitee.ToTeam(var team) ->
                        new Asked(
                                offer.facts().id(),
                                offer.state(),
                                null,
                                teams.find(county, team).map(Team::name).orElse(null));
                })
                .toList();
    }
}
