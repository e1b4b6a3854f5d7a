package feiyan.dispatch;

import feiyan.calendar.WorkingTime;
import feiyan.orders.Slot;
import feiyan.platform.Policy;
import java.time.Duration;
import java.time.Instant;

/** By when an offer must be answered: a pure function of when it was made, the order's window, policy and calendar. */
final class OfferDeadline {

    private OfferDeadline() {}

    /**
     * Some waking hours, weekends too, but never more than a share of the time left: whoever comes next needs time as
     * well. Where the window has begun, the time left is that before the proposed beginning; where that is past as well
     * (a seat is filled anew while the others serve), before the end.
     */
    static Instant of(Instant now, Slot window, Slot proposed, boolean urgent, Policy policy, WorkingTime time) {
        var begins = begins(now, window, proposed);
        var usual = urgent ? now.plus(policy.get(Policy.URGENT_OFFER)) : time.plusWaking(now, policy.get(Policy.OFFER));
        var share = share(now, begins, urgent, policy.get(Policy.OFFER_SHARE_OF_TIME_LEFT), time);
        return usual.isBefore(share) ? usual : share;
    }

    /**
     * Of the time in which people are awake: who is asked at night has the morning to answer. Where they are awake no
     * more before it begins, or it cannot wait, each hour counts.
     */
    private static Instant share(Instant now, Instant begins, boolean urgent, int parts, WorkingTime time) {
        var awake = time.wakingBetween(now, begins);
        return urgent || awake.isZero()
                ? now.plus(Duration.between(now, begins).dividedBy(parts))
                : time.plusWaking(now, awake.dividedBy(parts));
    }

    /** From when on an answer helps no more. */
    static Instant begins(Instant now, Slot window, Slot proposed) {
        if (window.from().isAfter(now)) {
            return window.from();
        }
        return proposed.from().isAfter(now) ? proposed.from() : proposed.to();
    }
}
