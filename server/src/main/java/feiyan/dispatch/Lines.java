package feiyan.dispatch;

import feiyan.menu.Menu;
import feiyan.menu.Project;
import feiyan.orders.OrderId;
import feiyan.orders.ServiceSheet;
import feiyan.orders.ServiceSheets;
import feiyan.platform.CountyId;
import feiyan.units.UnitId;
import feiyan.units.Units;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What lists of offers and seats say of their orders, read for the whole list at once. */
@Component
class Lines {

    /** The orders of a list with their projects and the names of their stations. */
    record Read(Map<OrderId, ServiceSheet> orders, Map<OrderId, Project> projects, Map<UnitId, String> units) {

        String unit(OrderId order) {
            return units.getOrDefault(Objects.requireNonNull(orders.get(order)).station(), "");
        }
    }

    private final ServiceSheets sheets;
    private final Menu menu;
    private final Units units;

    Lines(ServiceSheets sheets, Menu menu, Units units) {
        this.sheets = sheets;
        this.menu = menu;
        this.units = units;
    }

    Read of(CountyId county, Collection<OrderId> orders) {
        var found =
                sheets.find(county, orders).stream().collect(Collectors.toMap(ServiceSheet::id, Function.identity()));
        var all = menu.archive(county).stream()
                .flatMap(category -> category.projects().stream())
                .collect(Collectors.toMap(Project::id, Function.identity()));
        var projects = found.values().stream()
                .collect(Collectors.toMap(ServiceSheet::id, order -> Objects.requireNonNull(all.get(order.project()))));
        var stations = found.values().stream().map(ServiceSheet::station).collect(Collectors.toSet());
        return new Read(found, projects, units.names(county, stations));
    }
}
