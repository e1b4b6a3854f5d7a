package feiyan.orders;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A time that suits several households: what is left of their windows and parts of the day, laid over each other in the
 * order given, which is that of their clocks. Whom it would leave too little time for is named, so that a person can
 * leave them out.
 *
 * @param part of each day of the time; null where any suits
 * @param fits those whom the time suits
 * @param apart those whom it does not
 */
public record CommonTime(@Nullable Slot slot, @Nullable DayPart part, List<GroupChild> fits, List<GroupChild> apart) {

    public static CommonTime of(List<GroupChild> orders, Instant now) {
        var fits = new ArrayList<GroupChild>();
        var apart = new ArrayList<GroupChild>();
        Slot common = null;
        DayPart part = null;
        for (var order : orders) {
            var both = part == null ? order.part() : part;
            boolean otherPart = order.part() != null && order.part() != both;
            var next = overlap(common == null ? order.window() : common, order.window(), now)
                    .filter(slot -> !otherPart && all(fits, order).allMatch(one -> one.fits(slot, both)));
            if (next.isPresent()) {
                common = next.get();
                part = both;
            }
            (next.isPresent() ? fits : apart).add(order);
        }
        return new CommonTime(common, part, List.copyOf(fits), List.copyOf(apart));
    }

    private static Stream<GroupChild> all(List<GroupChild> fits, GroupChild order) {
        return Stream.concat(fits.stream(), Stream.of(order));
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
