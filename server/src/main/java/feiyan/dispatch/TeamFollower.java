package feiyan.dispatch;

import feiyan.orders.ServiceSheet;
import feiyan.orders.ServiceSheets;
import feiyan.orders.State;
import feiyan.volunteers.TeamLed;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Who leads a team answers for what it was asked and for what it took; who led it until now no longer does. */
@Component
class TeamFollower {

    private final OfferRows offers;
    private final Parties parties;
    private final ServiceSheets sheets;

    TeamFollower(OfferRows offers, Parties parties, ServiceSheets sheets) {
        this.offers = offers;
        this.parties = parties;
        this.sheets = sheets;
    }

    @EventListener
    void follow(TeamLed led) {
        for (var seen : offers.of(led.county(), led.team(), OfferState.OPEN, OfferState.ACCEPTED)) {
            live(seen)
                    .flatMap(order -> offers.find(led.county(), seen.facts().id()))
                    .ifPresent(offer -> handOver(led, offer));
        }
    }

    /** What is over stays with who led it then. */
    private Optional<ServiceSheet> live(Offer offer) {
        return sheets.hold(offer.facts().county(), offer.facts().order())
                .filter(order -> order.state() == State.OFFERED
                        || order.state() == State.ACCEPTED
                        || order.state() == State.IN_SERVICE);
    }

    private void handOver(TeamLed led, Offer offer) {
        var facts = offer.facts();
        var before = Optional.ofNullable(led.before()).filter(it -> !it.equals(led.now()));
        if (offer.state() == OfferState.OPEN) {
            before.ifPresent(person -> parties.askedNoMore(facts, person));
            parties.asked(facts, led.at());
        } else if (offer.state() == OfferState.ACCEPTED) {
            before.ifPresent(person -> parties.leadsNoMore(facts, person));
            parties.leads(facts, led.now(), led.at());
        }
    }
}
