package feiyan.dispatch;

import feiyan.orders.OrderId;
import feiyan.orders.ServiceSheets;
import feiyan.platform.CountyId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What stands of the orders that this transaction holds, read once: nobody else makes or moves an offer or a seat of
 * them until it ends, and what it does itself is entered here. An order that nobody holds is not looked at; and all is
 * forgotten where a part of the transaction is taken back, perhaps with its locks.
 */
@Component
class HeldServices {

    private final StandingRows rows;
    private final ServiceSheets sheets;

    HeldServices(StandingRows rows, ServiceSheets sheets) {
        this.rows = rows;
        this.sheets = sheets;
    }

    private record Key(CountyId county, OrderId order) {}

    /** Empty where this transaction does not hold the order. */
    Optional<Standing> find(CountyId county, OrderId order) {
        return sheets.holds(county, order)
                ? Optional.of(here().standing.computeIfAbsent(new Key(county, order), key -> rows.of(county, order)))
                : Optional.empty();
    }

    /** Of an order whose standing was read here. */
    Optional<Offer> offer(CountyId county, OfferId id) {
        return TransactionSynchronizationManager.getResource(this) instanceof Here here
                ? here.standing.entrySet().stream()
                        .filter(each -> each.getKey().county().equals(county))
                        .flatMap(each -> each.getValue().offer(id).stream())
                        .findFirst()
                : Optional.empty();
    }

    void changed(Offer offer) {
        var facts = offer.facts();
        enter(facts.county(), facts.order(), standing -> standing.enter(offer));
    }

    void changed(Seat seat) {
        var facts = seat.facts();
        enter(facts.county(), facts.order(), standing -> standing.enter(seat));
    }

    /** Where something else of it changes than an offer or a seat: it is read anew when it is asked for. */
    void forget(CountyId county, OrderId order) {
        if (TransactionSynchronizationManager.getResource(this) instanceof Here here) {
            here.standing.remove(new Key(county, order));
        }
    }

    private void enter(CountyId county, OrderId order, Consumer<Standing> change) {
        if (TransactionSynchronizationManager.getResource(this) instanceof Here here) {
            Optional.ofNullable(here.standing.get(new Key(county, order))).ifPresent(change);
        }
    }

    private Here here() {
        if (TransactionSynchronizationManager.getResource(this) instanceof Here known) {
            return known;
        }
        var here = new Here();
        TransactionSynchronizationManager.bindResource(this, here);
        TransactionSynchronizationManager.registerSynchronization(here);
        return here;
    }

    private final class Here implements TransactionSynchronization {

        private final Map<Key, Standing> standing = new HashMap<>();

        @Override
        public void savepointRollback(Object savepoint) {
            standing.clear();
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(HeldServices.this);
        }
    }
}
