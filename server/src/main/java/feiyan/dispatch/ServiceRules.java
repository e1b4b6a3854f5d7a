package feiyan.dispatch;

import feiyan.orders.Slot;
import feiyan.platform.Policy;
import feiyan.units.CoarsePosition;
import feiyan.volunteers.Age;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who may serve where and when: the one rule set for the lists, the doors and the engine. Pure; the door asks it again
 * under the lock of the volunteer's week.
 */
public final class ServiceRules {

    public static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    /** Minors serve by daylight (未成年人保护法): not before eight, not after nine. */
    private static final LocalTime MINORS_FROM = LocalTime.of(8, 0);

    private static final LocalTime MINORS_UNTIL = LocalTime.of(21, 0);

    private static final Duration DAY = Duration.ofHours(24);

    private ServiceRules() {}

    /** Everything that stands against it; empty: may serve. */
    public static Set<Obstacle> against(Helper helper, PlannedService service, Policy policy) {
        var found = EnumSet.noneOf(Obstacle.class);
        var from = LocalDateTime.ofInstant(service.time().from(), CHINA);
        var to = LocalDateTime.ofInstant(service.time().to(), CHINA);
        addIf(found, Obstacle.SKILL, !helper.skilled());
        addIf(found, Obstacle.QUALIFICATION, !helper.qualified());
        addIf(found, Obstacle.INSURANCE, service.hazardous() && !insured(helper, to.toLocalDate()));
        boolean minor = Age.maybeMinor(helper.bornYear(), from.toLocalDate());
        addIf(found, Obstacle.MINOR_HAZARD, minor && service.hazardous());
        addIf(found, Obstacle.MINOR_LATE, minor && late(from, to));
        addIf(found, Obstacle.TOO_FAR, tooFar(helper, service));
        addIf(found, Obstacle.NOT_FREE, !helper.freeHours().covers(from, to));
        addIf(found, Obstacle.OVERLAP, overlaps(helper, service));
        addIf(found, Obstacle.TEN_HOURS, tooLongADay(helper, service.time(), mostInADay(policy)));
        addIf(found, Obstacle.REST, tooLittleRest(helper, service.time(), policy.get(Policy.REST_BETWEEN_DAYS)));
        addIf(found, Obstacle.WEEK_FULL, helper.bookedMinutes() + service.minutes() > helper.weeklyLimitMinutes());
        return found;
    }

    /** The Monday of the week to which a service counts: the one in which it begins. */
    public static LocalDate week(Instant from) {
        return LocalDate.ofInstant(from, CHINA).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private static void addIf(Set<Obstacle> found, Obstacle obstacle, boolean stands) {
        if (stands) {
            found.add(obstacle);
        }
    }

    private static boolean insured(Helper helper, LocalDate day) {
        return helper.insuredUntil() != null && !day.isAfter(helper.insuredUntil());
    }

    private static boolean late(LocalDateTime from, LocalDateTime to) {
        return from.toLocalTime().isBefore(MINORS_FROM)
                || to.toLocalTime().isAfter(MINORS_UNTIL)
                || !from.toLocalDate().equals(to.toLocalDate());
    }

    private static boolean tooFar(Helper helper, PlannedService service) {
        return service.place() != null
                && helper.home() != null
                && helper.home().metresTo(service.place()) > helper.radiusMetres();
    }

    private static boolean overlaps(Helper helper, PlannedService service) {
        return helper.commitments().stream()
                .anyMatch(it -> overlap(it.time(), it.place(), service.time(), service.place()));
    }

    private static boolean overlap(
            Slot one, @Nullable CoarsePosition here, Slot other, @Nullable CoarsePosition there) {
        var travel = Travel.between(here, there);
        return one.to().plus(travel).isAfter(other.from())
                && other.to().plus(travel).isAfter(one.from());
    }

    private static Duration mostInADay(Policy policy) {
        return Duration.ofMinutes(policy.get(Policy.MINUTES_IN_24_HOURS));
    }

    /** The fullest day begins where some service begins, or ends where one ends. */
    private static boolean tooLongADay(Helper helper, Slot time, Duration most) {
        var all = Stream.concat(Stream.of(time), helper.commitments().stream().map(Commitment::time))
                .toList();
        return all.stream()
                .flatMap(it -> Stream.of(it.from(), it.to().minus(DAY)))
                .anyMatch(start -> served(all, start).compareTo(most) > 0);
    }

    private static Duration served(List<Slot> all, Instant start) {
        var end = start.plus(DAY);
        return all.stream()
                .map(it -> Duration.between(latest(it.from(), start), earliest(it.to(), end)))
                .filter(Duration::isPositive)
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static boolean tooLittleRest(Helper helper, Slot time, Duration least) {
        return helper.commitments().stream().anyMatch(it -> tooLittleRest(it.time(), time, least));
    }

    /** Between services of two days; a service counts to the day on which it begins, though it ends after midnight. */
    private static boolean tooLittleRest(Slot one, Slot other, Duration least) {
        boolean inOrder = one.from().isBefore(other.from());
        var first = inOrder ? one : other;
        var second = inOrder ? other : one;
        return first.to().plus(least).isAfter(second.from()) && !day(first).equals(day(second));
    }

    private static LocalDate day(Slot time) {
        return LocalDate.ofInstant(time.from(), CHINA);
    }

    /** Whether nobody may serve both, whoever it is. */
    public static boolean keepApart(PlannedService one, PlannedService other, Policy policy) {
        return overlap(one.time(), one.place(), other.time(), other.place())
                || tooLittleRest(one.time(), other.time(), policy.get(Policy.REST_BETWEEN_DAYS));
    }

    private static Instant latest(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private static Instant earliest(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
