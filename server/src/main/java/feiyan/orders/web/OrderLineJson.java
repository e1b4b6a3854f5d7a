package feiyan.orders.web;

import feiyan.menu.ProjectId;
import feiyan.orders.OrderLine;
import feiyan.orders.State;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An order in a list. */
record OrderLineJson(
        UUID id,
        String number,
        State state,
        @Nullable UUID project,
        @Nullable String projectName,
        UUID station,
        String stationName,
        UUID unit,
        String unitName,
        SlotJson window,
        @Nullable SlotJson agreed,
        boolean urgent,
        boolean rated,
        @Nullable Instant due,
        @Nullable String need) {

    static OrderLineJson of(OrderLine line, OrderNames.Names names) {
        return new OrderLineJson(
                line.id().value(),
                line.number(),
                line.state(),
                Optional.ofNullable(line.project()).map(ProjectId::value).orElse(null),
                names.project(line.project()),
                line.station().value(),
                names.unit(line.station()),
                line.unit().value(),
                names.unit(line.unit()),
                SlotJson.of(line.window()),
                Optional.ofNullable(line.agreed()).map(SlotJson::of).orElse(null),
                line.urgent(),
                line.rated(),
                line.due(),
                line.need());
    }
}
