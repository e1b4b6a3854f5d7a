package feiyan.dispatch;

import feiyan.orders.Slot;
import feiyan.platform.CountyId;
import feiyan.platform.Outcome;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Which other time may be asked for: to come, soon enough to be the same need, and while people are awake. */
@Component
class ReasonableTime {

    /** Ours: what is put off for longer is another need, and is better ordered anew. */
    static final Duration HORIZON = Duration.ofDays(30);

    private final WakingHours awake;

    ReasonableTime(WakingHours awake) {
        this.awake = awake;
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
        return awake.hold(county, wanted)
                ? Outcome.done(wanted)
                : Outcome.refused("proposal.while_people_sleep", awake.written(county));
    }
}
