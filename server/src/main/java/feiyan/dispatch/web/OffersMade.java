package feiyan.dispatch.web;

import feiyan.dispatch.OfferId;
import feiyan.orders.State;
import java.util.List;
import java.util.UUID;

/**
 * Who is asked now, as ids.
 *
 * @param waiting how many are asked only when somebody says no
 */
record OffersMade(UUID order, State state, int version, List<UUID> offers, int waiting) {

    static OffersMade of(OrderStanding order, List<OfferId> offers, int waiting) {
        return new OffersMade(
                order.order(),
                order.state(),
                order.version(),
                offers.stream().map(OfferId::value).toList(),
                waiting);
    }
}
