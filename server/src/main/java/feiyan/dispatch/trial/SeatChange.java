package feiyan.dispatch.trial;

import feiyan.accounts.PersonId;
import feiyan.orders.OrderId;
import org.jspecify.annotations.Nullable;

/**
 * A seat that would have gone to somebody else.
 *
 * @param held who would have been asked as things are; null: nobody
 * @param tried who instead; null: nobody
 */
record SeatChange(
        OrderId order, @Nullable PersonId held, @Nullable PersonId tried) {}
