package feiyan.messages;

import feiyan.accounts.PersonId;
import feiyan.orders.OrderId;
import feiyan.orders.OrderStakeholders;
import feiyan.orders.OrderStakeholders.Following;
import feiyan.platform.OutboxRow;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tells those who asked for a service, and in the app whoever follows them: who may follow is asked at the moment of
 * the telling. Nobody is told what they did themselves.
 */
@Component
class HouseholdNotices {

    private final OrderStakeholders stakeholders;
    private final NoticeRows notices;

    HouseholdNotices(OrderStakeholders stakeholders, NoticeRows notices) {
        this.stakeholders = stakeholders;
        this.notices = notices;
    }

    /** Of a group order each household by its own order. */
    void tell(OutboxRow row, OrderId order, NoticeKind kind, @Nullable String reason, @Nullable PersonId actor) {
        for (var asking : stakeholders.askers(row.county(), order)) {
            if (!asking.person().equals(actor)) {
                notices.tell(row, Content.of(kind, asking.order(), reason), List.of(asking.person()));
            }
        }
        tellFollowers(row, order, Content.of(kind, order, reason), actor, following -> true);
    }

    /** What was told to the household of this very order by somebody else, to whoever follows it. */
    void tellFollowers(OutboxRow row, OrderId order, Content told, @Nullable PersonId actor) {
        tellFollowers(row, order, told, actor, following -> following.order().equals(order));
    }

    private void tellFollowers(
            OutboxRow row, OrderId order, Content told, @Nullable PersonId actor, Predicate<Following> which) {
        for (var following : stakeholders.followers(row.county(), order)) {
            if (which.test(following) && !following.follower().equals(actor)) {
                var content = Content.of(told.kind(), following.order(), told.reason())
                        .beginning(told.begins())
                        .following(following.parent());
                notices.tell(row, content, List.of(following.follower()));
            }
        }
    }
}
