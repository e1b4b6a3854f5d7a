package feiyan.dispatch.web;

import feiyan.dispatch.Offers;
import feiyan.orders.OrderId;
import feiyan.orders.ServiceSheet;
import feiyan.orders.ServiceSheets;
import feiyan.orders.Slot;
import feiyan.orders.State;
import feiyan.units.Actor;
import feiyan.web.api.Unprocessable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** The one time for which people are asked, where there is one already: agreed, or proposed to somebody. */
@Component
class StandingTime {

    private static final Duration A_YEAR = Duration.ofDays(366);

    private final ServiceSheets sheets;
    private final Offers offers;

    StandingTime(ServiceSheets sheets, Offers offers) {
        this.sheets = sheets;
        this.offers = offers;
    }

    /** For the staff in charge; to everybody else there is no such order. */
    ServiceSheet inCharge(Actor actor, OrderId id) {
        return sheets.inCharge(actor, id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** The same for a command: within its transaction it is held from here on. */
    ServiceSheet heldInCharge(Actor actor, OrderId id) {
        return sheets.holdInCharge(actor, id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    Optional<Slot> of(Actor actor, ServiceSheet order) {
        boolean agreed = order.state() == State.ACCEPTED || order.state() == State.IN_SERVICE;
        return agreed ? Optional.ofNullable(order.agreed()) : offers.timeOut(actor.county(), order.id());
    }

    /** As long as the order takes. A slip in the year is told before any rule is asked. */
    static Slot at(ServiceSheet order, Instant from) {
        var away = Duration.between(order.window().from(), from).abs();
        if (away.compareTo(A_YEAR) > 0) {
            throw Unprocessable.of("from", "dispatch.time.unlikely");
        }
        return new Slot(from, from.plus(Duration.ofMinutes(order.minutes())));
    }
}
