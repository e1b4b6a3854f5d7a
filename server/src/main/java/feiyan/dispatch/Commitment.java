package feiyan.dispatch;

import feiyan.orders.Slot;
import feiyan.units.CoarsePosition;
import org.jspecify.annotations.Nullable;

/**
 * A seat that somebody holds elsewhere.
 *
 * @param place null for a remote service
 */
public record Commitment(Slot time, @Nullable CoarsePosition place) {}
