package feiyan.dispatch;

import feiyan.orders.ServiceSheet;
import feiyan.orders.ServiceSheets;
import feiyan.orders.State;
import feiyan.units.Actor;
import feiyan.units.UnitId;
import feiyan.units.Units;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The door to "why was I asked": told to whom it concerns, of themselves alone. */
@Component
public class WhyMe {

    private final OfferRows offers;
    private final OfferReasons reasons;
    private final ServiceSheets sheets;
    private final Units units;

    WhyMe(OfferRows offers, OfferReasons reasons, ServiceSheets sheets, Units units) {
        this.offers = offers;
        this.reasons = reasons;
        this.sheets = sheets;
        this.units = units;
    }

    /**
     * @param unit the name of the unit that asked
     * @param visits null until the seat is theirs: which household it is, is not told before
     */
    public record Why(
            String unit,
            OfferReason.Way way,
            @Nullable Integer metres,
            @Nullable Integer visits,
            int bookedMinutes,
            int askedBefore,
            @Nullable Integer daysSinceAsked) {}

    /** Empty for a team's offer and for everybody else's. */
    public Optional<Why> of(Actor actor, OfferId id) {
        var mine = new Invitee.ToVolunteer(actor.person());
        return offers.find(actor.county(), id)
                .filter(offer -> offer.facts().invitee().equals(mine))
                .flatMap(offer -> reasons.find(actor.county(), id).map(reason -> why(actor, offer, reason)));
    }

    private Why why(Actor actor, Offer offer, OfferReason reason) {
        var order = sheets.find(actor.county(), offer.facts().order()).orElseThrow();
        return new Why(
                unit(actor, order),
                reason.way(),
                reason.metres(),
                knowsWhose(offer, order) ? reason.visits() : null,
                reason.bookedMinutes(),
                reason.askedBefore(),
                reason.daysSinceAsked());
    }

    /** As long as who comes is told the name and the address, too. */
    private static boolean knowsWhose(Offer offer, ServiceSheet order) {
        return offer.state() == OfferState.ACCEPTED
                && (order.state() == State.ACCEPTED || order.state() == State.IN_SERVICE);
    }

    private String unit(Actor actor, ServiceSheet order) {
        UnitId unit = Objects.requireNonNullElse(order.dispatching(), order.standsAt());
        return units.names(actor.county(), List.of(unit)).getOrDefault(unit, "");
    }
}
