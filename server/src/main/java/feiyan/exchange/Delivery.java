package feiyan.exchange;

import feiyan.orders.State;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing told, or yet to be told, to a webhook.
 *
 * @param order the order's number; null for a trial
 * @param to the state that the order reached; null for a trial
 * @param status what the receiver answered at the last attempt; null where it did not
 * @param trouble why not, as a code
 */
public record Delivery(
        DeliveryId id,
        @Nullable String order,
        @Nullable State to,
        Instant madeAt,
        Instant dueAt,
        int attempts,
        @Nullable Integer status,
        @Nullable String trouble,
        @Nullable Outcome outcome,
        @Nullable Instant endedAt) {

    /** How it ended; null as long as it has not. */
    public enum Outcome {
        DELIVERED,
        GIVEN_UP
    }
}
