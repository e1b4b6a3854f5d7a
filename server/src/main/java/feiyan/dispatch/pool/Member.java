package feiyan.dispatch.pool;

import feiyan.accounts.PersonId;
import feiyan.dispatch.Commitment;
import feiyan.dispatch.Helper;
import feiyan.dispatch.PlannedService;
import feiyan.dispatch.ServiceRules;
import feiyan.orders.OrderId;
import feiyan.units.CoarsePosition;
import feiyan.units.UnitId;
import feiyan.volunteers.WeekHours;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who may be asked: what the rules read, and what the engine weighs. No name and no number.
 *
 * @param home the unit's place where no other was told; null where it has none either
 * @param pausedUntil the last day of a pause
 * @param bookings the seats from the day before yesterday on, by their time
 * @param bookedMinutes of the weeks from the last one on, by their Monday
 * @param recentMinutes served within 30 days
 * @param rating how content those were whom they served within 180 days, in hundredths of five stars
 * @param askedAt within seven days and the part of today, the earliest first
 * @param lastAsked ever, null where never
 */
public record Member(
        PersonId id,
        UnitId unit,
        Set<String> skills,
        List<Certificate> certificates,
        WeekHours freeHours,
        @Nullable CoarsePosition home,
        int radiusMetres,
        int weeklyLimitMinutes,
        @Nullable Integer bornYear,
        @Nullable LocalDate insuredUntil,
        @Nullable LocalDate pausedUntil,
        List<Booking> bookings,
        Map<LocalDate, Integer> bookedMinutes,
        int recentMinutes,
        int rating,
        Answering answering,
        List<Instant> askedAt,
        @Nullable Instant lastAsked) {

    private static final Duration WEEK = Duration.ofDays(7);

    /** Of these, who has not left. */
    static List<Member> present(Collection<@Nullable Member> some) {
        var present = new ArrayList<Member>(some.size());
        for (var member : some) {
            if (member != null) {
                present.add(member);
            }
        }
        return present;
    }

    boolean hasOneOf(Set<String> wanted) {
        for (var skill : skills) {
            if (wanted.contains(skill)) {
                return true;
            }
        }
        return false;
    }

    /** How often within the last seven days. */
    public int asked(Instant now) {
        var since = now.minus(WEEK);
        int asked = 0;
        for (var at : askedAt) {
            asked += at.isAfter(since) ? 1 : 0;
        }
        return asked;
    }

    /** Whether they wanted to be left alone on that day. */
    public boolean pauses(LocalDate day) {
        return pausedUntil != null && !day.isAfter(pausedUntil);
    }

    /**
     * As the rules see them, exactly as from the database.
     *
     * @param order a seat held there is no obstacle to itself
     * @param planned what a plan gives them to do besides
     */
    public Helper helper(OrderId order, PlannedService service, List<Commitment> planned) {
        var seats = bookings.stream()
                .filter(booking -> !booking.order().equals(order))
                .map(Booking::commitment);
        var near = Stream.concat(seats, planned.stream())
                .filter(it -> service.isNear(it.time()))
                .toList();
        var week = ServiceRules.week(service.time().from());
        return new Helper(
                id,
                "",
                "",
                skills.contains(service.skill()),
                holds(service),
                freeHours,
                home,
                radiusMetres,
                weeklyLimitMinutes,
                bookedIn(week) + minutesIn(week, planned),
                bornYear,
                insuredUntil,
                near);
    }

    private boolean holds(PlannedService service) {
        var day = LocalDate.ofInstant(service.time().to(), ServiceRules.CHINA);
        return service.qualification() == null
                || certificates.stream().anyMatch(it -> it.kind().equals(service.qualification()) && it.isValidOn(day));
    }

    private static int minutesIn(LocalDate week, List<Commitment> planned) {
        return planned.stream()
                .map(Commitment::time)
                .filter(time -> ServiceRules.week(time.from()).equals(week))
                .mapToInt(time -> (int) time.length().toMinutes())
                .sum();
    }

    /** The straight line to a service; null where there is none or nobody knows from where. */
    @Nullable
    Integer metresTo(PlannedService service) {
        return service.place() == null || home == null ? null : (int) home.metresTo(service.place());
    }

    /** Booked in the week of that Monday. */
    public int bookedIn(LocalDate week) {
        return bookedMinutes.getOrDefault(week, 0);
    }
}
