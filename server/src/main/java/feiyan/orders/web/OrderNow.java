package feiyan.orders.web;

import feiyan.orders.OrderId;
import feiyan.orders.ServiceSheets;
import feiyan.orders.State;
import feiyan.platform.CountyId;
import feiyan.platform.Outcome;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * What a command answers: how the order stands now, by codes alone. It is told again when the same request comes again,
 * so it says nothing that a later stage might hide.
 */
record OrderNow(UUID id, State state, int version) {

    /** Knows it after a command. */
    @Component
    static class After {

        private final ServiceSheets sheets;

        After(ServiceSheets sheets) {
            this.sheets = sheets;
        }

        Outcome<OrderNow> of(CountyId county, Outcome<OrderId> command) {
            return command.then(order -> sheets.stage(county, order)
                    .map(now -> Outcome.done(new OrderNow(order.value(), now.state(), now.version())))
                    .orElseGet(() -> Outcome.refused("order.not_found")));
        }
    }
}
