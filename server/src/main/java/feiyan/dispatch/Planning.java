package feiyan.dispatch;

import feiyan.menu.Menu;
import feiyan.menu.Project;
import feiyan.menu.ProjectId;
import feiyan.orders.ServiceSheet;
import feiyan.orders.Slot;
import feiyan.platform.CountyId;
import feiyan.platform.Policies;
import feiyan.platform.Policy;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Brings an order and its project together as the service that the rules judge. */
@Component
public class Planning {

    private final Menu menu;
    private final Policies policies;

    Planning(Menu menu, Policies policies) {
        this.menu = menu;
        this.policies = policies;
    }

    public PlannedService at(CountyId county, ServiceSheet order, Slot time) {
        var project = menu.find(county, java.util.Objects.requireNonNull(order.project(), "approved with a project"))
                .orElseThrow();
        return service(project, order, time);
    }

    /** As {@link #at}, for many orders: the whole menu, with what was withdrawn, by one query. */
    public Map<ProjectId, Project> projects(CountyId county) {
        return menu.archive(county).stream()
                .flatMap(category -> category.projects().stream())
                .collect(Collectors.toMap(Project::id, Function.identity()));
    }

    public static PlannedService service(Project project, ServiceSheet order, Slot time) {
        return new PlannedService(project.skill(), project.qualification(), project.hazardous(), order.place(), time);
    }

    /** What the county has decided of the rules. */
    public Policy policy(CountyId county) {
        return policies.of(county);
    }
}
