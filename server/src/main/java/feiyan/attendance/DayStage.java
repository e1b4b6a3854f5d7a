package feiyan.attendance;

import feiyan.dispatch.SeatLine;
import feiyan.platform.Policy;
import java.time.Instant;

/** What there is to do for a seat now. */
public enum DayStage {
    /** Others are still being asked; no time is agreed. */
    NOT_AGREED,
    TOO_EARLY,
    CHECK_IN,
    /** The time is over and nobody checked in: the leader or the station can still say who was there. */
    TIME_IS_OVER,
    THERE,
    /** So long after the end that one cannot check out oneself. */
    FORGOTTEN,
    OVER;

    static DayStage of(SeatLine seat, Policy policy, Instant now) {
        return switch (seat.state()) {
            case TAKEN -> beforeCheckIn(seat, policy, now);
            case PRESENT -> now.isAfter(seat.time().to().plus(policy.get(Policy.OVERRUN))) ? FORGOTTEN : THERE;
            case NEW, SERVED, GIVEN_BACK, RELEASED, NO_SHOW -> OVER;
        };
    }

    private static DayStage beforeCheckIn(SeatLine seat, Policy policy, Instant now) {
        if (now.isAfter(seat.time().to())) {
            return TIME_IS_OVER;
        }
        if (seat.order().agreed() == null) {
            return NOT_AGREED;
        }
        return now.isBefore(opens(seat, policy)) ? TOO_EARLY : CHECK_IN;
    }

    /** From when one may check in. */
    static Instant opens(SeatLine seat, Policy policy) {
        return seat.time().from().minus(policy.get(Policy.EARLY_CHECK_IN));
    }
}
