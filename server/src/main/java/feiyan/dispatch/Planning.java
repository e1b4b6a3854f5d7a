package feiyan.dispatch;

import feiyan.menu.Menu;
import feiyan.orders.ServiceSheet;
import feiyan.orders.Slot;
import feiyan.platform.CountyId;
import org.springframework.stereotype.Component;

/** Brings an order and its project together as the service that the rules judge. */
@Component
class Planning {

    private final Menu menu;

    Planning(Menu menu) {
        this.menu = menu;
    }

    PlannedService at(CountyId county, ServiceSheet order, Slot time) {
        var project = menu.find(county, java.util.Objects.requireNonNull(order.project(), "approved with a project"))
                .orElseThrow();
        return new PlannedService(project.skill(), project.qualification(), project.hazardous(), order.place(), time);
    }
}
