package feiyan.orders;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A time that suits several households: what is left of their windows, laid over each other in the order given, which
 * is that of their clocks. Whom it would leave too little time for is named, so that a person can leave them out.
 *
 * @param fits those whom the time suits
 * @param apart those whom it does not
 */
public record CommonTime(@Nullable Slot slot, List<GroupChild> fits, List<GroupChild> apart) {

    public static CommonTime of(List<GroupChild> orders, Instant now) {
        var fits = new ArrayList<GroupChild>();
        var apart = new ArrayList<GroupChild>();
        Slot common = null;
        for (var order : orders) {
            var next = overlap(common == null ? order.window() : common, order.window(), now)
                    .filter(slot -> slot.length().compareTo(Duration.ofMinutes(order.minutes())) >= 0);
            common = next.orElse(common);
            (next.isPresent() ? fits : apart).add(order);
        }
        return new CommonTime(common, List.copyOf(fits), List.copyOf(apart));
    }

    private static Optional<Slot> overlap(Slot one, Slot other, Instant now) {
        var from = latest(latest(one.from(), other.from()), now);
        var to = one.to().isBefore(other.to()) ? one.to() : other.to();
        return from.isBefore(to) ? Optional.of(new Slot(from, to)) : Optional.empty();
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
