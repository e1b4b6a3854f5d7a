package feiyan.dispatch;

import feiyan.calendar.WorkingTime;
import feiyan.orders.Slot;
import feiyan.platform.CountyId;
import feiyan.platform.DaySpan;
import feiyan.platform.Policies;
import feiyan.platform.Policy;
import java.util.List;
import org.springframework.stereotype.Component;

/** When the county's people are awake: nobody comes to a home while it sleeps. */
@Component
class WakingHours {

    private final Policies policies;

    WakingHours(Policies policies) {
        this.policies = policies;
    }

    /** Whether all of a time lies in one waking span of one day. */
    boolean hold(CountyId county, Slot time) {
        return spans(county).stream().anyMatch(span -> holds(span, time));
    }

    /** As they stand in a message. */
    String written(CountyId county) {
        return DaySpan.write(spans(county));
    }

    private List<DaySpan> spans(CountyId county) {
        return policies.of(county).get(Policy.WAKING_HOURS);
    }

    private static boolean holds(DaySpan span, Slot wanted) {
        var from = wanted.from().atZone(WorkingTime.ZONE);
        var to = wanted.to().atZone(WorkingTime.ZONE);
        return from.toLocalDate().equals(to.toLocalDate())
                && span.contains(from.toLocalTime())
                && !to.toLocalTime().isAfter(span.to());
    }
}
