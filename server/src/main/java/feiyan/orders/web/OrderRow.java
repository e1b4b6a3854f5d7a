package feiyan.orders.web;

import feiyan.orders.OrderLine;
import feiyan.orders.State;
import org.jspecify.annotations.Nullable;

/**
 * One line of a list as it stands on the page.
 *
 * @param project its name, or null for a need in free words
 * @param words the beginning of the need, one line long; null where the reader may not see them
 */
record OrderRow(
        OrderLine order,
        @Nullable String project,
        @Nullable String words,
        String station,
        String unit,
        StateLook look) {

    private static final int ONE_LINE = 42;

    static OrderRow of(OrderLine line, OrderNames.Names names) {
        return new OrderRow(
                line,
                names.project(line.project()),
                shortened(line.need()),
                names.unit(line.station()),
                names.unit(line.unit()),
                StateLook.of(line.state()));
    }

    public State state() {
        return order.state();
    }

    /** Whole characters only: a rare one, or a face, takes two chars. */
    private static @Nullable String shortened(@Nullable String need) {
        if (need == null || need.isBlank()) {
            return null;
        }
        var line = need.strip().lines().findFirst().orElse("");
        return line.codePointCount(0, line.length()) <= ONE_LINE
                ? line
                : line.substring(0, line.offsetByCodePoints(0, ONE_LINE)) + "…";
    }
}
