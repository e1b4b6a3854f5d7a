package feiyan.dispatch;

import feiyan.orders.OrderId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;

/** Where an open seat stands in the list: the soonest day first, of a day the nearest, then the earliest. */
public record OpenSeatPlace(LocalDate day, int way, Instant from, OrderId order) implements Comparable<OpenSeatPlace> {

    private static final Comparator<OpenSeatPlace> ORDER = Comparator.comparing(OpenSeatPlace::day)
            .thenComparingInt(OpenSeatPlace::way)
            .thenComparing(OpenSeatPlace::from)
            .thenComparing(place -> place.order().value());

    @Override
    public int compareTo(OpenSeatPlace other) {
        return ORDER.compare(this, other);
    }
}
