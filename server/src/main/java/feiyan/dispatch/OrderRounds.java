package feiyan.dispatch;

import feiyan.orders.OrderId;
import feiyan.orders.ServiceSheet;
import feiyan.orders.ServiceSheets;
import feiyan.platform.CountyId;
import feiyan.platform.Outcome;
import feiyan.platform.Tenants;
import feiyan.platform.Transactions;
import java.util.Collection;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What the clock does to orders, each in a transaction of its own: one that cannot be done is written down and looked
 * at again with the next round; it holds up neither the orders behind it nor other counties.
 */
@Component
class OrderRounds {

    private static final Logger LOG = LoggerFactory.getLogger(OrderRounds.class);

    private final ServiceSheets sheets;
    private final Tenants tenants;
    private final Transactions transactions;

    OrderRounds(ServiceSheets sheets, Tenants tenants, Transactions transactions) {
        this.sheets = sheets;
        this.tenants = tenants;
        this.transactions = transactions;
    }

    void everywhere(Consumer<CountyId> round) {
        for (var county : tenants.all()) {
            try {
                round.accept(county);
            } catch (RuntimeException failure) {
                LOG.error("A round of county {} was interrupted; it goes on with the next", county, failure);
            }
        }
    }

    /** @return how much was done; an order that another instance holds is left to it */
    int of(CountyId county, Collection<OrderId> orders, Function<ServiceSheet, Outcome<Integer>> work) {
        return orders.stream().mapToInt(order -> done(county, order, work)).sum();
    }

    private int done(CountyId county, OrderId order, Function<ServiceSheet, Outcome<Integer>> work) {
        try {
            return transactions
                    .write(() -> sheets.holdIfFree(county, order).map(work).orElseGet(() -> Outcome.done(0)))
                    .orThrow();
        } catch (RuntimeException failure) {
            LOG.error("Order {} of county {} was passed over; the others go on", order.value(), county, failure);
            return 0;
        }
    }
}
