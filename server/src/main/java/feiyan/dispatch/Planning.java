package feiyan.dispatch;

import feiyan.menu.Menu;
import feiyan.orders.ServiceSheet;
import feiyan.orders.Slot;
import feiyan.platform.CountyId;
import feiyan.platform.Policies;
import feiyan.platform.Policy;
import org.springframework.stereotype.Component;

/** Brings an order and its project together as the service that the rules judge. */
@Component
class Planning {

    private final Menu menu;
    private final Policies policies;

    Planning(Menu menu, Policies policies) {
        this.menu = menu;
        this.policies = policies;
    }

    PlannedService at(CountyId county, ServiceSheet order, Slot time) {
        var project = menu.find(county, java.util.Objects.requireNonNull(order.project(), "approved with a project"))
                .orElseThrow();
        return new PlannedService(project.skill(), project.qualification(), project.hazardous(), order.place(), time);
    }

    /** What the county has decided of the rules. */
    Policy policy(CountyId county) {
        return policies.of(county);
    }
}
