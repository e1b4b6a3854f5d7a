package feiyan.dispatch.web;

import feiyan.calendar.WorkingTime;
import feiyan.orders.ServiceSheet;
import feiyan.orders.Slot;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The time that stands in the dispatcher's form: as long as the order takes. */
final class ProposedTime {

    private ProposedTime() {}

    /** The first full hour that leaves people an hour to answer; the window's beginning where that is later. */
    static Slot of(ServiceSheet order, Instant now) {
        var soon = now.plus(Duration.ofHours(2)).truncatedTo(ChronoUnit.HOURS);
        return at(order, order.window().from().isAfter(soon) ? order.window().from() : soon);
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

    /** Within what suits the household, and still to come. */
    static boolean suits(ServiceSheet order, Slot time, Instant now) {
        return order.window().contains(time) && time.from().isAfter(now);
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
