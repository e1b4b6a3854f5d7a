package feiyan.dispatch;

import feiyan.calendar.WorkingTime;
import feiyan.orders.ServiceSheet;
import feiyan.orders.Slot;
import feiyan.platform.Policy;
import java.time.Instant;

/**
 * How much time there is for answers, in minutes that count: a pure function of order, policy, calendar and moment.
 *
 * @param left until an answer helps no more
 * @param openFor so long a question stays open that is asked now
 * @param openLater the same at the next look
 */
record TimeToAnswer(double left, double openFor, double openLater) {

    static TimeToAnswer of(ServiceSheet order, Slot proposed, Policy policy, WorkingTime time, Instant now) {
        var minutes = new AnsweringMinutes(time, order.urgent());
        var begins = OfferDeadline.begins(now, order.window(), proposed);
        var later = minutes.after(now, policy.get(Policy.OFFER_LOOK));
        return new TimeToAnswer(
                minutes.between(now, begins),
                minutes.between(now, deadline(order, proposed, policy, time, now)),
                later.isBefore(begins) ? minutes.between(later, deadline(order, proposed, policy, time, later)) : 0);
    }

    private static Instant deadline(ServiceSheet order, Slot proposed, Policy policy, WorkingTime time, Instant asked) {
        return OfferDeadline.of(asked, order.window(), proposed, order.urgent(), policy, time);
    }
}
