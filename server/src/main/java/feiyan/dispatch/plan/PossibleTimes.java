package feiyan.dispatch.plan;

import feiyan.calendar.WorkingTime;
import feiyan.orders.DayPart;
import feiyan.orders.ServiceSheet;
import feiyan.orders.Slot;
import feiyan.platform.DaySpan;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * When an order could be served, the soonest first: full hours of its window that leave people time to answer, in the
 * part of the day that suits, while people are awake. What cannot wait may begin at any hour.
 */
final class PossibleTimes {

    /** As a dispatcher's own form proposes it: the first full hour that leaves an hour to answer. */
    private static final Duration TO_ANSWER = Duration.ofHours(2);

    private final List<DaySpan> awake;
    private final Instant soon;

    /** @param awake the county's waking hours */
    PossibleTimes(List<DaySpan> awake, Instant now) {
        this.awake = awake;
        this.soon = now.plus(TO_ANSWER).truncatedTo(ChronoUnit.HOURS);
    }

    Stream<Slot> of(ServiceSheet order) {
        var window = order.window();
        var first = window.from().isAfter(soon) ? window.from() : soon;
        if (!first.isBefore(window.to())) {
            return Stream.empty();
        }
        var left = new Slot(first, window.to());
        return order.urgent() && order.part() == null
                ? hourly(left, order.minutes())
                : Objects.requireNonNullElse(order.part(), DayPart.ANY)
                        .within(left)
                        .flatMap(free -> hourly(free, order.minutes()))
                        .filter(time -> order.urgent() || isAwake(time));
    }

    private static Stream<Slot> hourly(Slot free, int minutes) {
        var length = Duration.ofMinutes(minutes);
        return Stream.iterate(
                        free.from(),
                        from -> !from.plus(length).isAfter(free.to()),
                        from -> from.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS))
                .map(from -> new Slot(from, from.plus(length)));
    }

    private boolean isAwake(Slot time) {
        var from = time.from().atZone(WorkingTime.ZONE);
        var to = time.to().atZone(WorkingTime.ZONE);
        return from.toLocalDate().equals(to.toLocalDate())
                && awake.stream()
                        .anyMatch(span -> span.contains(from.toLocalTime())
                                && !to.toLocalTime().isAfter(span.to()));
    }
}
