package feiyan.dispatch.pool;

import feiyan.dispatch.PlannedService;
import feiyan.dispatch.ServiceRules;
import feiyan.orders.ServiceSheet;
import java.time.LocalDate;

/** An order at a time, and what was with it before. */
record Need(ServiceSheet order, PlannedService service, History history) {

    /** The Monday of the week to which it counts. */
    LocalDate week() {
        return ServiceRules.week(service.time().from());
    }
}
