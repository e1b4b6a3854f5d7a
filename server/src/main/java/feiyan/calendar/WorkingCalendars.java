package feiyan.calendar;

import feiyan.platform.CountyId;
import feiyan.platform.Outcome;
import feiyan.platform.Policies;
import feiyan.platform.Policy;
import feiyan.platform.Transactions;
import feiyan.units.Actor;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Each county's calendar: the built-in one to begin with, then what its center's administrators make of it. */
@Component
public class WorkingCalendars {

    /** No holiday is longer; a longer span is a slip of the keys. */
    private static final int LONGEST_SPAN = 31;

    private static final int LONGEST_NAME = 20;
    /** The State Council announces the next year's holidays in November. */
    private static final int MONTH_OF_ANNOUNCEMENT = 11;

    private final CalendarDays days;
    private final Policies policies;
    private final Transactions transactions;
    private final InstantSource clock;

    WorkingCalendars(CalendarDays days, Policies policies, Transactions transactions, InstantSource clock) {
        this.days = days;
        this.policies = policies;
        this.transactions = transactions;
        this.clock = clock;
    }

    public WorkingTime of(CountyId county) {
        var policy = policies.of(county);
        return new WorkingTime(
                policy.get(Policy.WORKING_HOURS),
                policy.get(Policy.WAKING_HOURS).getFirst(),
                days.exceptions(county));
    }

    /** Gives a new county the built-in days; leaves alone what is there. */
    public Outcome<CountyId> seed(CountyId county) {
        return transactions.write(() -> {
            days.addMissing(county, BuiltInCalendar.days());
            return Outcome.done(county);
        });
    }

    /** The days of one year that differ from their weekday, for whoever may change them. */
    public Outcome<List<CalendarDay>> year(Actor actor, int year) {
        return days.mayChange(actor) ? Outcome.done(days.ofYear(actor.county(), year)) : notYours();
    }

    /** Says of each day from one to another that it is worked or free; what was said of it before is replaced. */
    public Outcome<LocalDate> set(Actor actor, LocalDate from, LocalDate to, boolean working, String name) {
        if (to.isBefore(from) || ChronoUnit.DAYS.between(from, to) >= LONGEST_SPAN) {
            return Outcome.refused("calendar.span", LONGEST_SPAN);
        }
        if (name.isBlank() || name.strip().length() > LONGEST_NAME) {
            return Outcome.refused("calendar.name", LONGEST_NAME);
        }
        return transactions.write(() -> {
            if (!days.mayChange(actor)) {
                return notYours();
            }
            days.replace(
                    actor.county(),
                    from.datesUntil(to.plusDays(1))
                            .map(day -> new CalendarDay(day, working, name.strip()))
                            .toList());
            return Outcome.done(from);
        });
    }

    /** The day is like any other of its weekday again. */
    public Outcome<LocalDate> remove(Actor actor, LocalDate day) {
        return transactions.write(() -> {
            if (!days.mayChange(actor)) {
                return notYours();
            }
            days.remove(actor.county(), day);
            return Outcome.done(day);
        });
    }

    /** The year whose holidays nobody has entered though they are known by now: deadlines in it would be wrong. */
    public OptionalInt yearToEnter(CountyId county) {
        var today = LocalDate.ofInstant(clock.instant(), WorkingTime.ZONE);
        var entered = new HashSet<Integer>();
        days.exceptions(county).keySet().forEach(day -> entered.add(day.getYear()));
        return yearToEnter(today, entered);
    }

    static OptionalInt yearToEnter(LocalDate today, Set<Integer> entered) {
        if (!entered.contains(today.getYear())) {
            return OptionalInt.of(today.getYear());
        }
        var announced = today.getMonthValue() >= MONTH_OF_ANNOUNCEMENT;
        return announced && !entered.contains(today.getYear() + 1)
                ? OptionalInt.of(today.getYear() + 1)
                : OptionalInt.empty();
    }

    private static <T> Outcome<T> notYours() {
        return Outcome.refused("calendar.not_yours");
    }
}
