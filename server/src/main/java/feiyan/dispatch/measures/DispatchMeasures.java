package feiyan.dispatch.measures;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How asking and answering went in a unit's subtree, counted from the offers that went out within some days. What
 * stands on fewer than {@value #FEW} is not told: it would say little, and might say it of one person.
 *
 * @param offers that went out
 * @param orders for which somebody was asked for the first time
 * @param waiting of those orders, the ones not yet accepted and still looking
 * @param waited from the first offer to the order's acceptance
 * @param filled of the seats whose time has come, those that somebody held
 * @param perSeat offers for each seat that was taken and kept
 * @param answered of the offers whose time to answer is over, those answered in it
 * @param spread of the minutes of seats kept, over everybody who was asked or served
 * @param declined by reason, the most frequent first
 */
public record DispatchMeasures(
        Instant from,
        Instant until,
        int offers,
        int orders,
        int waiting,
        @Nullable Wait waited,
        @Nullable Share filled,
        @Nullable Double perSeat,
        @Nullable Share answered,
        @Nullable Spread spread,
        @Nullable List<Declined> declined) {

    public static final int FEW = 10;

    /**
     * @param median minutes, by the clock on the wall
     * @param ninth minutes within which nine in ten were accepted
     */
    public record Wait(int accepted, int median, int ninth) {}

    /** @param reason null where none was given */
    public record Declined(@Nullable String reason, int times) {}
}
