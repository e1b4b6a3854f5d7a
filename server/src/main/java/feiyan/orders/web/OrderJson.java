package feiyan.orders.web;

import feiyan.accounts.PersonId;
import feiyan.menu.ProjectId;
import feiyan.orders.Channel;
import feiyan.orders.OnBehalf;
import feiyan.orders.OrderView;
import feiyan.orders.Relation;
import feiyan.orders.Sight;
import feiyan.orders.State;
import feiyan.orders.Verb;
import feiyan.web.api.Versioned;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One order as its reader may see it now: what the table of who sees what does not grant is left out. */
record OrderJson(
        UUID id,
        String number,
        int version,
        State state,
        @Nullable UUID project,
        @Nullable String projectName,
        UUID station,
        String stationName,
        UUID unit,
        String unitName,
        SlotJson window,
        @Nullable SlotJson agreed,
        int headcount,
        int durationMinutes,
        boolean urgent,
        boolean confidential,
        boolean remote,
        Channel channel,
        int reopened,
        Instant placedAt,
        @Nullable Instant due,
        Set<Relation> relations,
        Set<Verb> can,
        @Nullable String need,
        @Nullable String recipient,
        @Nullable OnBehalf onBehalf,
        @Nullable UUID named,
        Sight address,
        @Nullable String checkInCode,
        List<RatingJson> ratings)
        implements Versioned {

    static OrderJson of(OrderView order, OrderNames.Names names, @Nullable String code) {
        return new OrderJson(
                order.id().value(),
                order.number(),
                order.version(),
                order.state(),
                Optional.ofNullable(order.project()).map(ProjectId::value).orElse(null),
                names.project(order.project()),
                order.station().value(),
                names.unit(order.station()),
                order.unit().value(),
                names.unit(order.unit()),
                SlotJson.of(order.window()),
                Optional.ofNullable(order.agreed()).map(SlotJson::of).orElse(null),
                order.headcount(),
                order.durationMinutes(),
                order.urgent(),
                order.confidential(),
                order.remote(),
                order.channel(),
                order.reopened(),
                order.placedAt(),
                order.due(),
                new TreeSet<>(order.relations()),
                new TreeSet<>(order.can()),
                order.need(),
                order.recipient(),
                order.onBehalf(),
                Optional.ofNullable(order.named()).map(PersonId::value).orElse(null),
                order.address(),
                code,
                order.ratings().stream().map(RatingJson::of).toList());
    }
}
