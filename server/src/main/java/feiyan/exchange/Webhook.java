package feiyan.exchange;

import feiyan.orders.State;
import feiyan.units.UnitId;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Another system that is told when an order of a unit's subtree reaches one of these states.
 *
 * @param host of its address: the rest may be secret and is only ever sent to
 * @param rest null while it is told
 * @param formerSecretUntil the secret before the present one signs too until then
 */
public record Webhook(
        WebhookId id,
        UnitId unit,
        String unitName,
        String host,
        Set<State> states,
        Instant madeAt,
        @Nullable Rest rest,
        @Nullable Instant lastSuccess,
        @Nullable Instant formerSecretUntil) {

    public Webhook {
        // In the order of an order's life.
        states = Collections.unmodifiableSet(EnumSet.copyOf(states));
    }

    /** Since when nothing is sent, and why. */
    public record Rest(Instant since, Because because) {}

    /** Why a webhook rests. */
    public enum Because {
        BY_HAND,
        /** Everything that was tried for it over more than a day failed. */
        UNREACHABLE,
        /** The receiver said with 410 that it wants no more. */
        GONE
    }
}
