package feiyan.orders.web;

import feiyan.orders.Happening;
import feiyan.orders.State;
import feiyan.orders.Verb;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One event of an order's history. */
record EventJson(
        int version,
        State from,
        Verb command,
        State to,
        Instant at,
        UUID unit,
        String unitName,
        @Nullable String reason,
        @Nullable String note) {

    static EventJson of(Happening event, OrderNames.Names names, @Nullable String note) {
        return new EventJson(
                event.version(),
                event.from(),
                event.verb(),
                event.to(),
                event.at(),
                event.unit().value(),
                names.unit(event.unit()),
                event.reason(),
                note);
    }
}
