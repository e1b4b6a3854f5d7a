package feiyan.demo;

import feiyan.accounts.PersonId;
import feiyan.calendar.WorkingTime;
import feiyan.orders.Slot;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who is free: one service a day for each, and not too much a week. That is stricter than the rules of dispatch, so
 * that whoever is asked here can say yes there.
 */
final class Roster {

    private static final int MINUTES_A_WEEK = 480;

    private final Map<PersonId, Set<LocalDate>> days = new HashMap<>();
    private final Map<PersonId, Map<LocalDate, Integer>> weeks = new HashMap<>();
    /** The two of the story have time from here on. */
    private final Set<PersonId> kept;

    private final Instant keptFrom;

    Roster(Set<PersonId> kept, Instant keptFrom) {
        this.kept = kept;
        this.keptFrom = keptFrom;
    }

    boolean canServe(Hand hand, Life life, Slot time) {
        var project = life.project();
        var from = local(time.from());
        return hand.grownUp()
                && hand.skills().contains(project.skill())
                && (project.qualification() == null || hand.certificates().contains(project.qualification()))
                && (hand.insured() || !project.hazardous())
                && (project.remote() || hand.home().metresTo(life.place()) < hand.radiusMetres())
                && hand.free().covers(from, local(time.to()))
                && !(kept.contains(hand.id()) && time.to().isAfter(keptFrom))
                && hasRoom(hand.id(), from.toLocalDate(), minutes(time));
    }

    private boolean hasRoom(PersonId person, LocalDate day, int minutes) {
        int booked = weeks.getOrDefault(person, Map.of()).getOrDefault(monday(day), 0);
        return !days.getOrDefault(person, Set.of()).contains(day) && booked + minutes <= MINUTES_A_WEEK;
    }

    void book(List<Hand> hands, Slot time) {
        var day = local(time.from()).toLocalDate();
        for (var hand : hands) {
            days.computeIfAbsent(hand.id(), _ -> new HashSet<>()).add(day);
            weeks.computeIfAbsent(hand.id(), _ -> new HashMap<>()).merge(monday(day), minutes(time), Integer::sum);
        }
    }

    private static int minutes(Slot time) {
        return (int) time.length().toMinutes();
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private static LocalDateTime local(Instant at) {
        return LocalDateTime.ofInstant(at, WorkingTime.ZONE);
    }
}
