package feiyan.calendar;

import feiyan.platform.CountyFounded;
import feiyan.platform.CountyId;
import feiyan.platform.Outcome;
import feiyan.platform.Policies;
import feiyan.platform.Policy;
import feiyan.platform.Transactions;
import feiyan.units.Actor;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
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
    private final ApplicationEventPublisher events;

    WorkingCalendars(
            CalendarDays days,
            Policies policies,
            Transactions transactions,
            InstantSource clock,
            ApplicationEventPublisher events) {
        this.days = days;
        this.policies = policies;
        this.transactions = transactions;
        this.clock = clock;
        this.events = events;
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

    /** A new county has its calendar from the first moment. */
    @EventListener
    void founded(CountyFounded founded) {
        seed(founded.county()).orThrow();
    }

    /** What differs in one year from the weekdays, for whoever may change it. */
    public Outcome<List<CalendarSpan>> year(Actor actor, int year) {
        return days.mayChange(actor) ? Outcome.done(CalendarSpan.of(days.ofYear(actor.county(), year))) : notYours();
    }

    /** Says of a span that it is worked or free; what was said of its days before is replaced. */
    public Outcome<CalendarSpan> set(Actor actor, CalendarSpan span) {
        if (span.length() > LONGEST_SPAN) {
            return Outcome.refused("calendar.span", LONGEST_SPAN);
        }
        if (span.name().isBlank() || span.name().length() > LONGEST_NAME) {
            return Outcome.refused("calendar.name", LONGEST_NAME);
        }
        return transactions.write(() -> {
            if (!days.mayChange(actor)) {
                return notYours();
            }
            days.replace(actor.county(), span.days());
            events.publishEvent(new CalendarChanged(actor.county()));
            return Outcome.done(span);
        });
    }

    /** From one day to another, each is like any other of its weekday again. */
    public Outcome<LocalDate> remove(Actor actor, LocalDate from, LocalDate to) {
        return transactions.write(() -> {
            if (!days.mayChange(actor)) {
                return notYours();
            }
            days.remove(actor.county(), from, to);
            events.publishEvent(new CalendarChanged(actor.county()));
            return Outcome.done(from);
        });
    }

    /** The year whose holidays nobody has entered though they are known by now: deadlines in it would be wrong. */
    public OptionalInt yearToEnter(CountyId county) {
        var today = LocalDate.ofInstant(clock.instant(), WorkingTime.ZONE);
        var entered = new HashSet<Integer>();
        days.exceptions(county).keySet().forEach(day -> entered.add(day.getYear()));
        return yearToEnter(today, entered);
    }

    /** That year, once the longest deadline given today would end in it. */
    public OptionalInt yearReached(CountyId county) {
        var missing = yearToEnter(county);
        if (missing.isEmpty()) {
            return missing;
        }
        var policy = policies.of(county);
        var longest = Stream.of(Policy.REVIEW_WORKING_DAYS, Policy.DISPATCH_WORKING_DAYS, Policy.ANSWER_WORKING_DAYS)
                .mapToInt(policy::get)
                .max()
                .orElseThrow();
        var end = of(county).plusWorkingDays(clock.instant(), longest).atZone(WorkingTime.ZONE);
        return end.getYear() >= missing.getAsInt() ? missing : OptionalInt.empty();
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
