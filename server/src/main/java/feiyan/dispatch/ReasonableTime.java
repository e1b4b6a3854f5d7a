package feiyan.dispatch;

import feiyan.calendar.WorkingTime;
import feiyan.orders.Slot;
import feiyan.platform.CountyId;
import feiyan.platform.DaySpan;
import feiyan.platform.Outcome;
import feiyan.platform.Policies;
import feiyan.platform.Policy;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Which other time may be asked for: to come, soon enough to be the same need, and while people are awake. */
@Component
class ReasonableTime {

    /** Ours: what is put off for longer is another need, and is better ordered anew. */
    static final Duration HORIZON = Duration.ofDays(30);

    private final Policies policies;

    ReasonableTime(Policies policies) {
        this.policies = policies;
    }

    Outcome<Slot> of(CountyId county, Slot agreed, Slot wanted, Instant now) {
        if (!wanted.from().isAfter(now)) {
            return Outcome.refused("order.time_is_past");
        }
        if (wanted.equals(agreed)) {
            return Outcome.refused("proposal.same_time");
        }
        if (wanted.from().isAfter(now.plus(HORIZON))) {
            return Outcome.refused("proposal.too_far", HORIZON.toDays());
        }
        var awake = policies.of(county).get(Policy.WAKING_HOURS);
        return awake.stream().anyMatch(span -> holds(span, wanted))
                ? Outcome.done(wanted)
                : Outcome.refused("proposal.while_people_sleep", DaySpan.write(awake));
    }

    private static boolean holds(DaySpan span, Slot wanted) {
        var from = wanted.from().atZone(WorkingTime.ZONE);
        var to = wanted.to().atZone(WorkingTime.ZONE);
        return from.toLocalDate().equals(to.toLocalDate())
                && span.contains(from.toLocalTime())
                && !to.toLocalTime().isAfter(span.to());
    }
}
