package feiyan.orders;

import feiyan.accounts.PersonId;
import feiyan.platform.CountyId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Told inside the transaction in which an order moved, so that what must follow at once (a cancelled order's seats are
 * free) holds or fails with it.
 *
 * @param actor null where the clock moved it
 * @param parent the group in which it was merged, or was served
 */
public record OrderMoved(
        CountyId county,
        OrderId order,
        int version,
        State from,
        Verb verb,
        State to,
        Instant at,
        @Nullable PersonId actor,
        @Nullable OrderId parent) {}
