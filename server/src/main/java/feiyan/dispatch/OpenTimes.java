package feiyan.dispatch;

import feiyan.calendar.WorkingTime;
import feiyan.orders.ServiceSheet;
import feiyan.orders.Slot;
import feiyan.platform.DaySpan;
import feiyan.platform.Policy;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When whoever takes an open seat may begin: the time for which others were asked or come already; else each half hour
 * that suits the household, while people are awake. Where several are needed it is the first of them, so that everybody
 * who looks sees the same. Pure, and a part of what a dispatcher may propose.
 */
final class OpenTimes {

    /** So far ahead volunteers choose; what is later is nearer another day. */
    static final Duration HORIZON = Duration.ofDays(14);

    /** The household hears of it before somebody stands at the door. Ours. */
    private static final Duration NOTICE = Duration.ofHours(1);

    private static final Duration URGENT_NOTICE = Duration.ofMinutes(30);
    private static final long STEP = Duration.ofMinutes(30).toSeconds();

    private OpenTimes() {}

    /** The soonest first; none where it is too late. */
    static Stream<Slot> of(OrderToTake order, Policy policy, Instant now) {
        var out = order.timeOut();
        if (out != null) {
            return Stream.of(out).filter(time -> time.from().isAfter(now));
        }
        var all = free(order.sheet(), policy, now);
        return order.sheet().headcount() > 1 ? all.limit(1) : all;
    }

    private static Stream<Slot> free(ServiceSheet order, Policy policy, Instant now) {
        var soonest = onTheHalfHour(now.plus(order.urgent() ? URGENT_NOTICE : NOTICE));
        return left(order.window(), soonest, now.plus(HORIZON)).stream()
                .flatMap(window ->
                        order.part() == null ? Stream.of(window) : order.part().within(window))
                .flatMap(part -> order.urgent() ? Stream.of(part) : awake(part, policy.get(Policy.WAKING_HOURS)))
                .flatMap(part -> begins(part, Duration.ofMinutes(order.minutes())));
    }

    private static Optional<Slot> left(Slot window, Instant soonest, Instant latest) {
        var from = window.from().isAfter(soonest) ? window.from() : soonest;
        var to = window.to().isBefore(latest) ? window.to() : latest;
        return from.isBefore(to) ? Optional.of(new Slot(from, to)) : Optional.empty();
    }

    private static Stream<Slot> awake(Slot time, List<DaySpan> spans) {
        return day(time.from())
                .datesUntil(day(time.to()).plusDays(1))
                .flatMap(day -> spans.stream()
                        .flatMap(span -> left(
                                time,
                                day.atTime(span.from()).atZone(WorkingTime.ZONE).toInstant(),
                                day.atTime(span.to()).atZone(WorkingTime.ZONE).toInstant())
                                .stream()));
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, WorkingTime.ZONE);
    }

    private static Stream<Slot> begins(Slot part, Duration length) {
        var rounded = Stream.iterate(onTheHalfHour(part.from()), begin -> begin.plusSeconds(STEP))
                .takeWhile(begin -> !begin.plus(length).isAfter(part.to()));
        return Stream.concat(Stream.of(part.from()), rounded)
                .distinct()
                .filter(begin -> !begin.plus(length).isAfter(part.to()))
                .map(begin -> new Slot(begin, begin.plus(length)));
    }

    private static Instant onTheHalfHour(Instant at) {
        long seconds = at.getEpochSecond() + (at.getNano() > 0 ? 1 : 0);
        return Instant.ofEpochSecond(Math.ceilDiv(seconds, STEP) * STEP);
    }
}
