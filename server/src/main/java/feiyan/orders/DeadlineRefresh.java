package feiyan.orders;

import feiyan.calendar.CalendarChanged;
import feiyan.platform.CountyCache;
import feiyan.platform.CountyId;
import feiyan.platform.DbTime;
import feiyan.platform.Outcome;
import feiyan.platform.PolicyChanged;
import feiyan.platform.Tenants;
import feiyan.platform.Transactions;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * A deadline follows from history, policy and calendar; the orders' rows hold it only for sorting. Where a county
 * changes its policy or calendar, the rows of what is open are computed anew: asked for in that very transaction, done
 * soon after in bounded batches, going on where a stopped server left off.
 */
@Component
class DeadlineRefresh {

    private static final Logger LOG = LoggerFactory.getLogger(DeadlineRefresh.class);
    private static final UUID FIRST = new UUID(0, 0);

    private final DeadlineRows rows;
    private final Tenants tenants;
    private final Transactions transactions;
    private final InstantSource time;

    DeadlineRefresh(DeadlineRows rows, Tenants tenants, Transactions transactions, InstantSource time) {
        this.rows = rows;
        this.tenants = tenants;
        this.transactions = transactions;
        this.time = time;
    }

    @EventListener
    void policyChanged(PolicyChanged change) {
        if (change.key().startsWith("clock.") || change.key().startsWith("calendar.")) {
            rows.ask(change.county(), FIRST, DbTime.of(time.instant()));
        }
    }

    @EventListener
    void calendarChanged(CalendarChanged change) {
        rows.ask(change.county(), FIRST, DbTime.of(time.instant()));
    }

    @Scheduled(fixedDelayString = "${feiyan.deadlines.every:5s}")
    void look() {
        tenants.all().forEach(this::look);
    }

    /**
     * One county's trouble does not keep the others waiting. It begins when each instance goes by the new rules: an
     * order that moves meanwhile by the old ones would keep its old deadline.
     */
    private void look(CountyId county) {
        try {
            if (rows.isAskedBefore(county, time.instant().minus(CountyCache.SETTLED))) {
                catchUp(county);
            }
        } catch (RuntimeException failure) {
            LOG.error("New deadlines of county {} were interrupted; they go on with the next look", county, failure);
        }
    }

    /** How many orders it looked at. */
    int catchUp(CountyId county) {
        int all = 0;
        int seen;
        do {
            seen = transactions.write(() -> Outcome.done(batch(county))).orThrow();
            all += seen;
        } while (seen == DeadlineRows.AT_ONCE);
        return all;
    }

    /** Whoever holds the county's row works; a second instance finds nothing to do. */
    private int batch(CountyId county) {
        Optional<UUID> after = rows.claim(county);
        List<Stored> orders = after.map(id -> rows.openAfter(county, id)).orElse(List.of());
        rows.write(county, orders);
        if (orders.size() == DeadlineRows.AT_ONCE) {
            rows.goOn(county, orders.getLast().facts().id().value());
        } else if (after.isPresent()) {
            rows.done(county);
        }
        return orders.size();
    }
}
