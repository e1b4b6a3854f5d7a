package feiyan.accounts;

import feiyan.platform.Policy;
import feiyan.web.SessionEnds;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How long a sign-in holds, by a county's policy. */
record StayLimits(Duration staffIdle, Duration staffLongest, Duration residentIdle, Duration residentLongest) {

    static StayLimits of(Policy policy) {
        return new StayLimits(
                policy.get(Policy.STAFF_IDLE),
                policy.get(Policy.STAFF_LONGEST),
                Duration.ofDays(policy.get(Policy.RESIDENT_IDLE_DAYS)),
                Duration.ofDays(policy.get(Policy.RESIDENT_LONGEST_DAYS)));
    }

    Duration idle(boolean staff) {
        return staff ? staffIdle : residentIdle;
    }

    Duration longest(boolean staff) {
        return staff ? staffLongest : residentLongest;
    }

    /** Why it holds no longer; empty where it does. */
    Optional<Ending> over(Stay stay, Instant now) {
        return !now.isBefore(stay.seen().plus(idle(stay.staff())))
                ? Optional.of(Ending.IDLE)
                : !now.isBefore(stay.began().plus(longest(stay.staff())))
                        ? Optional.of(Ending.LONGEST)
                        : Optional.empty();
    }

    /** What is left of a stay that holds. */
    SessionEnds ends(Stay stay, Instant seen, Instant now, boolean elsewhere) {
        return new SessionEnds(
                Duration.between(now, seen.plus(idle(stay.staff()))),
                Duration.between(now, stay.began().plus(longest(stay.staff()))),
                stay.staff(),
                elsewhere);
    }
}
