package feiyan.dispatch;

import feiyan.orders.OrderId;
import feiyan.orders.ServiceSheet;
import feiyan.orders.ServiceSheets;
import feiyan.orders.State;
import feiyan.orders.Verb;
import feiyan.platform.Outcome;
import feiyan.platform.Transactions;
import feiyan.units.Actor;
import java.time.InstantSource;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** The dispatching unit's door to asking no more: those who wait for their turn, or everybody, to begin anew. */
@Component
public class Recalls {

    private final OfferQueue queue;
    private final FreshStart fresh;
    private final ServiceSheets sheets;
    private final Transactions transactions;
    private final InstantSource clock;

    Recalls(OfferQueue queue, FreshStart fresh, ServiceSheets sheets, Transactions transactions, InstantSource clock) {
        this.queue = queue;
        this.fresh = fresh;
        this.sheets = sheets;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Who was asked, and who said yes before anything was agreed, is free again; another time may be proposed. */
    public Outcome<OrderId> everybody(Actor actor, OrderId id, int seen) {
        return held(actor, id, order -> {
            if (order.version() != seen) {
                return Outcome.refused("order.moved_on", order.state().name());
            }
            return order.state() == State.OFFERED
                    ? fresh.of(actor.county(), order, "recalled_by_unit", actor.person(), clock.instant())
                    : Outcome.refused("order.not_now", order.state().name());
        });
    }

    /** Those who were to be asked later are not; who is asked already may answer. */
    public Outcome<OrderId> waiting(Actor actor, OrderId id) {
        return held(actor, id, order -> {
            queue.clear(actor.county(), id);
            return Outcome.done(id);
        });
    }

    private Outcome<OrderId> held(Actor actor, OrderId id, Function<ServiceSheet, Outcome<OrderId>> work) {
        return transactions.write(() -> {
            if (sheets.inCharge(actor, id).isEmpty()) {
                return Outcome.refused("order.not_yours", Verb.OFFER.code());
            }
            return work.apply(sheets.hold(actor.county(), id).orElseThrow());
        });
    }
}
