package feiyan.dispatch.web;

import feiyan.dispatch.OfferLine;
import feiyan.dispatch.OfferState;
import feiyan.orders.Slot;
import feiyan.orders.State;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An offer to who answers for it: what, roughly where and when. Nothing that says for whom.
 *
 * @param team the id of the team that was asked; null where it was the person
 * @param place the name of the station, which stands for the village
 */
record OfferView(
        UUID id,
        OfferState state,
        @Nullable UUID team,
        @Nullable String teamName,
        UUID order,
        String orderNumber,
        State orderState,
        UUID project,
        String service,
        String place,
        Slot time,
        Instant deadline,
        int headcount,
        int seated,
        boolean urgent,
        boolean remote) {

    static OfferView of(OfferLine line) {
        var order = line.order();
        var team = line.teamId();
        return new OfferView(
                line.id().value(),
                line.state(),
                team == null ? null : team.value(),
                line.team(),
                order.id().value(),
                order.number(),
                order.state(),
                line.project().id().value(),
                line.service(),
                line.unit(),
                line.proposed(),
                line.deadline(),
                order.headcount(),
                line.seated(),
                order.urgent(),
                order.remote());
    }
}
