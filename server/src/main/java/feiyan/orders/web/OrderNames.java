package feiyan.orders.web;

import feiyan.menu.Menu;
import feiyan.menu.ProjectId;
import feiyan.orders.OrderLine;
import feiyan.orders.OrderView;
import feiyan.platform.CountyId;
import feiyan.units.UnitId;
import feiyan.units.Units;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The names behind the ids of a page of orders, in two queries however many there are. */
@Component
class OrderNames {

    private final Units units;
    private final Menu menu;

    OrderNames(Units units, Menu menu) {
        this.units = units;
        this.menu = menu;
    }

    /**
     * @param units by unit
     * @param projects by project; a need in free words has none
     */
    record Names(Map<UnitId, String> units, Map<ProjectId, String> projects) {

        public String unit(UnitId unit) {
            return units.getOrDefault(unit, "");
        }

        public @Nullable String project(@Nullable ProjectId project) {
            return project == null ? null : projects.get(project);
        }
    }

    Names of(CountyId county, List<OrderLine> lines) {
        return names(
                county,
                lines.stream().flatMap(line -> Stream.of(line.station(), line.unit())),
                lines.stream().map(OrderLine::project));
    }

    Names of(CountyId county, OrderView order) {
        return names(
                county,
                Stream.concat(
                        Stream.of(order.station(), order.unit()),
                        order.history().stream().map(event -> event.unit())),
                Stream.of(order).map(OrderView::project));
    }

    private Names names(CountyId county, Stream<UnitId> unitIds, Stream<@Nullable ProjectId> projectIds) {
        Set<UnitId> wanted = unitIds.collect(Collectors.toSet());
        Set<ProjectId> projects = projectIds.filter(Objects::nonNull).collect(Collectors.toSet());
        return new Names(units.names(county, wanted), projects.isEmpty() ? Map.of() : menu.names(county, projects));
    }
}
