package feiyan.dispatch.plan;

import feiyan.orders.OrderId;
import feiyan.orders.ServiceSheet;
import feiyan.orders.ServiceSheets;
import feiyan.orders.State;
import feiyan.platform.CountyId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * What "all" means: proposals nobody was asked about, of orders that still want somebody. What was refused once is
 * looked at by a person before it is tried again.
 */
@Component
class LinesToSend {

    private static final Set<State> WANTS_SOMEBODY = Set.of(State.APPROVED, State.OFFERED);

    private final PlanLines lines;
    private final ServiceSheets sheets;

    LinesToSend(PlanLines lines, ServiceSheets sheets) {
        this.lines = lines;
        this.sheets = sheets;
    }

    List<Integer> of(CountyId county, PlanId plan) {
        var proposed = lines.of(county, plan).stream()
                .filter(line -> line.state() == LineState.PROPOSED)
                .toList();
        var wanting = wanting(
                county, proposed.stream().map(PlanLine::order).distinct().toList());
        return proposed.stream()
                .filter(line -> wanting.contains(line.order()))
                .map(PlanLine::number)
                .toList();
    }

    private Set<OrderId> wanting(CountyId county, List<OrderId> orders) {
        return sheets.find(county, orders).stream()
                .filter(order -> WANTS_SOMEBODY.contains(order.state()))
                .map(ServiceSheet::id)
                .collect(Collectors.toSet());
    }
}
