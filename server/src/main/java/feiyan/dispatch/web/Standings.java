package feiyan.dispatch.web;

import feiyan.orders.OrderId;
import feiyan.orders.ServiceSheets;
import feiyan.platform.Outcome;
import feiyan.units.Actor;
import org.springframework.stereotype.Component;

/** How an order stands after a command, told to whoever gave it. */
@Component
class Standings {

    private final ServiceSheets sheets;

    Standings(ServiceSheets sheets) {
        this.sheets = sheets;
    }

    Outcome<OrderStanding> after(Actor actor, Outcome<OrderId> command) {
        return command.map(order -> of(actor, order));
    }

    OrderStanding of(Actor actor, OrderId order) {
        return OrderStanding.of(order, sheets.stage(actor.county(), order).orElseThrow());
    }
}
