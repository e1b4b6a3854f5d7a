package feiyan.orders;

import feiyan.platform.CountyId;
import feiyan.platform.Outcome;
import feiyan.platform.Tenants;
import feiyan.platform.Transactions;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Brings into the index what the feed never saw: orders from before there was one, words erased, names changed. Bounded
 * batches, each its own transaction; several instances may run it, and the second writes the same.
 */
@Component
class OrderSearchRebuild {

    private static final Logger LOG = LoggerFactory.getLogger(OrderSearchRebuild.class);
    private static final int AT_ONCE = 100;
    private static final UUID FIRST = new UUID(0, 0);

    private final OrderSearchIndex index;
    private final Tenants tenants;
    private final Transactions transactions;

    OrderSearchRebuild(OrderSearchIndex index, Tenants tenants, Transactions transactions) {
        this.index = index;
        this.tenants = tenants;
        this.transactions = transactions;
    }

    @Scheduled(initialDelayString = "PT20S", fixedDelayString = "${feiyan.search.every:10m}")
    void look() {
        tenants.all().forEach(this::look);
    }

    /** One county's trouble does not keep the others waiting. */
    private void look(CountyId county) {
        try {
            catchUp(county);
        } catch (RuntimeException failure) {
            LOG.error("The search index of county {} was interrupted; it goes on with the next look", county, failure);
        }
    }

    /** How many it wrote. */
    int catchUp(CountyId county) {
        int all = 0;
        var after = new OrderId(FIRST);
        List<OrderId> written;
        do {
            var from = after;
            written =
                    transactions.write(() -> Outcome.done(batch(county, from))).orThrow();
            all += written.size();
            after = written.isEmpty() ? after : written.getLast();
        } while (written.size() == AT_ONCE);
        return all;
    }

    private List<OrderId> batch(CountyId county, OrderId after) {
        var behind = index.behind(county, after, AT_ONCE);
        index.write(county, behind);
        return behind;
    }
}
