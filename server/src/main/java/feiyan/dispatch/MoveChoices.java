package feiyan.dispatch;

import feiyan.calendar.WorkingTime;
import feiyan.orders.Slot;
import feiyan.platform.CountyId;
import feiyan.platform.DaySpan;
import feiyan.platform.Policies;
import feiyan.platform.Policy;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The days and hours to choose another time from, so that nobody types one. */
@Component
public class MoveChoices {

    private static final int FORTNIGHT = 14;
    private static final int A_WEEK_LATER = 7;
    private static final Duration STEP = Duration.ofMinutes(30);

    private final Policies policies;
    private final InstantSource clock;

    MoveChoices(Policies policies, InstantSource clock) {
        this.policies = policies;
        this.clock = clock;
    }

    /**
     * @param day that of the time agreed
     * @param hour likewise
     */
    public record Choices(List<LocalDate> days, List<LocalTime> hours, LocalDate day, LocalTime hour) {}

    public Choices of(CountyId county, Slot agreed) {
        var at = agreed.from().atZone(WorkingTime.ZONE);
        var hours = policies.of(county).get(Policy.WAKING_HOURS).stream()
                .flatMap(span -> within(span, agreed.length()))
                .toList();
        return new Choices(days(at.toLocalDate()), hours, at.toLocalDate(), at.toLocalTime());
    }

    /** A fortnight, or a week beyond the day agreed where that is later, and never beyond what may be asked for. */
    private List<LocalDate> days(LocalDate agreed) {
        var now = clock.instant();
        var today = now.atZone(WorkingTime.ZONE).toLocalDate();
        var last = now.plus(ReasonableTime.HORIZON).atZone(WorkingTime.ZONE).toLocalDate();
        return Stream.iterate(today, day -> day.plusDays(1))
                .takeWhile(
                        day -> day.isBefore(today.plusDays(FORTNIGHT)) || !day.isAfter(agreed.plusDays(A_WEEK_LATER)))
                .takeWhile(day -> day.isBefore(last))
                .toList();
    }

    private static Stream<LocalTime> within(DaySpan span, Duration length) {
        long steps = Duration.between(span.from(), span.to()).minus(length).dividedBy(STEP);
        return Stream.iterate(0L, step -> step <= steps, step -> step + 1)
                .map(step -> span.from().plus(STEP.multipliedBy(step)));
    }
}
