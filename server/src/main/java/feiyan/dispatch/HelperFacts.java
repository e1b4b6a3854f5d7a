package feiyan.dispatch;

import feiyan.orders.OrderId;
import feiyan.orders.Slot;
import feiyan.volunteers.Volunteer;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One volunteer before many services: read once, then seen by the rules as {@link HelperRows} shows one before a single
 * service.
 *
 * @param certificates those that a unit has checked
 * @param booked minutes by the Monday of their week
 * @param seats on which the volunteer counts or served
 */
record HelperFacts(
        Volunteer volunteer, List<Certificate> certificates, Map<LocalDate, Integer> booked, List<Held> seats) {

    /** @param validUntil null: for good */
    record Certificate(String kind, @Nullable LocalDate validUntil) {}

    record Held(OrderId order, Commitment commitment) {}

    HelperFacts {
        certificates = List.copyOf(certificates);
        booked = Map.copyOf(booked);
        seats = List.copyOf(seats);
    }

    /** @param order the one that would be served: a seat already held there is no obstacle to itself */
    Helper before(OrderId order, PlannedService service) {
        return new Helper(
                volunteer.id(),
                volunteer.number(),
                volunteer.name(),
                volunteer.skills().contains(service.skill()),
                qualified(service),
                volunteer.freeHours(),
                volunteer.home(),
                volunteer.radiusMetres(),
                volunteer.weeklyLimitMinutes(),
                bookedInWeekOf(service.time()),
                volunteer.bornYear(),
                volunteer.insuredUntil(),
                seats.stream()
                        .filter(held -> !held.order().equals(order)
                                && service.isNear(held.commitment().time()))
                        .map(Held::commitment)
                        .toList());
    }

    int bookedInWeekOf(Slot time) {
        return booked.getOrDefault(ServiceRules.week(time.from()), 0);
    }

    private boolean qualified(PlannedService service) {
        var day = LocalDate.ofInstant(service.time().to(), ServiceRules.CHINA);
        return service.qualification() == null
                || certificates.stream()
                        .filter(one -> one.kind().equals(service.qualification()))
                        .anyMatch(one ->
                                one.validUntil() == null || !one.validUntil().isBefore(day));
    }
}
