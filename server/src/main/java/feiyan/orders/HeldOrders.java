package feiyan.orders;

import feiyan.platform.CountyId;
import feiyan.units.Actor;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The orders that this transaction holds, as they were read under the lock: nobody else changes them until it ends, so
 * nobody of it need read them again. One that moves is another from then on, of which only the stage is known. All is
 * forgotten where a part of the transaction is taken back, perhaps with its locks.
 */
@Component
class HeldOrders {

    private record Key(CountyId county, OrderId order) {}

    /**
     * @param reader whose relations it was read with; null: nobody's
     * @param waitsSince to be dispatched; null where it was not asked or is not known
     */
    private record Held(
            Stored order,
            ServiceSheet sheet,
            @Nullable Actor reader,
            @Nullable Instant waitsSince,
            boolean moved) {

        Held onceMoved() {
            return new Held(order, sheet, reader, waitsSince, true);
        }
    }

    /** As it was read under the lock; see {@link Held}. */
    void hold(Stored order, ServiceSheet sheet, @Nullable Actor reader, @Nullable Instant waitsSince) {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            var facts = order.facts();
            here().orders.put(new Key(facts.county(), facts.id()), new Held(order, sheet, reader, waitsSince, false));
        }
    }

    /** As it is. */
    Optional<Stored> find(CountyId county, OrderId order) {
        return held(county, order).filter(it -> !it.moved()).map(Held::order);
    }

    /** As it is, with how that reader stands to it. */
    Optional<Stored> find(Actor reader, OrderId order) {
        return held(reader.county(), order)
                .filter(it -> !it.moved() && reader.equals(it.reader()))
                .map(Held::order);
    }

    /** Since when it waits to be dispatched, where it was read and nothing has moved it since. */
    Optional<Instant> waitsSince(CountyId county, OrderId order) {
        return held(county, order).filter(it -> !it.moved()).map(Held::waitsSince);
    }

    /** Its sheet, where it was held for that reader and nothing has moved it since. */
    Optional<ServiceSheet> sheet(Actor reader, OrderId order) {
        return held(reader.county(), order)
                .filter(it -> !it.moved() && reader.equals(it.reader()))
                .map(Held::sheet);
    }

    /** As it was when it was held: for what no move changes, such as whose it is. */
    Optional<Stored> first(CountyId county, OrderId order) {
        return held(county, order).map(Held::order);
    }

    void moved(OrderFacts order, State to) {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            var key = new Key(order.county(), order.id());
            var here = here();
            here.orders.computeIfPresent(key, (same, it) -> it.onceMoved());
            here.stages.put(key, new OrderStage(to, order.version()));
        }
    }

    /** Of one that this transaction has moved. */
    Optional<OrderStage> stage(CountyId county, OrderId order) {
        return TransactionSynchronizationManager.getResource(this) instanceof Here here
                ? Optional.ofNullable(here.stages.get(new Key(county, order)))
                : Optional.empty();
    }

    private Optional<Held> held(CountyId county, OrderId order) {
        return TransactionSynchronizationManager.getResource(this) instanceof Here here
                ? Optional.ofNullable(here.orders.get(new Key(county, order)))
                : Optional.empty();
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

        private final Map<Key, Held> orders = new HashMap<>();
        private final Map<Key, OrderStage> stages = new HashMap<>();

        @Override
        public void savepointRollback(Object savepoint) {
            orders.clear();
            stages.clear();
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(HeldOrders.this);
        }
    }
}
