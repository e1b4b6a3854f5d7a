package feiyan.messages;

import feiyan.orders.OrderId;
import feiyan.orders.RatingReminders;
import feiyan.platform.OutboxHandler;
import feiyan.platform.OutboxRow;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Reminds a household of the rating before its time is over. */
@Component
class RatingNotices implements OutboxHandler {

    private final RatingReminders reminders;
    private final HouseholdNotices household;

    RatingNotices(RatingReminders reminders, HouseholdNotices household) {
        this.reminders = reminders;
        this.household = household;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(RatingReminders.KIND);
    }

    @Override
    public void handle(OutboxRow row) {
        if (reminders.isDue(row)) {
            household.tell(row, new OrderId(row.subject()), NoticeKind.RATING_CLOSES, null, null);
        }
    }
}
