package feiyan.dispatch.web;

import feiyan.calendar.WorkingTime;
import feiyan.orders.DayPart;
import feiyan.orders.ServiceSheet;
import feiyan.orders.Slot;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The time that stands in the dispatcher's form: as long as the order takes. */
final class ProposedTime {

    private ProposedTime() {}

    /**
     * The first full hour that leaves people an hour to answer; the window's beginning where that is later. Where the
     * order can wait, the first that lies in the part of the day that suits.
     */
    static Slot of(ServiceSheet order, Instant now) {
        var soon = now.plus(Duration.ofHours(2)).truncatedTo(ChronoUnit.HOURS);
        var first =
                at(order, order.window().from().isAfter(soon) ? order.window().from() : soon);
        return order.part() == null && order.urgent() ? first : byDay(order, first);
    }

    private static Slot byDay(ServiceSheet order, Slot first) {
        if (!first.from().isBefore(order.window().to())) {
            return first;
        }
        return Objects.requireNonNullElse(order.part(), DayPart.ANY)
                .within(new Slot(first.from(), order.window().to()))
                .filter(free -> free.length().compareTo(first.length()) >= 0)
                .findFirst()
                .map(free -> at(order, free.from()))
                .orElse(first);
    }

    /** As the browser's field for a date and a time sends it; empty where it is none. */
    static Optional<Slot> read(ServiceSheet order, @Nullable String from) {
        try {
            return from == null || from.isBlank()
                    ? Optional.empty()
                    : Optional.of(at(
                            order,
                            LocalDateTime.parse(from.strip())
                                    .atZone(WorkingTime.ZONE)
                                    .toInstant()));
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }

    private static Slot at(ServiceSheet order, Instant from) {
        return new Slot(from, from.plus(Duration.ofMinutes(order.minutes())));
    }

    /** As the browser's own field for a date and a time takes it. */
    static String local(Slot time) {
        return LocalDateTime.ofInstant(time.from(), WorkingTime.ZONE)
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }
}
