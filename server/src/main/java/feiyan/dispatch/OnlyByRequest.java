package feiyan.dispatch;

import feiyan.orders.OrderId;
import feiyan.orders.ServiceSheets;
import feiyan.orders.Verb;
import feiyan.platform.DbTime;
import feiyan.platform.Outcome;
import feiyan.platform.Transactions;
import feiyan.units.Actor;
import java.time.InstantSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The unit's door to keeping an order's seats for those it asks, and to opening them for all again. */
@Component
public class OnlyByRequest {

    private final JdbcClient db;
    private final ServiceSheets sheets;
    private final Transactions transactions;
    private final InstantSource clock;

    OnlyByRequest(JdbcClient db, ServiceSheets sheets, Transactions transactions, InstantSource clock) {
        this.db = db;
        this.sheets = sheets;
        this.transactions = transactions;
        this.clock = clock;
    }

    public boolean holds(Actor actor, OrderId id) {
        return db.sql("""
                select exists (
                  select from order_by_request r where r.county_id = :county and r.order_id = :order)
                """)
                .param("county", actor.county().value())
                .param("order", id.value())
                .query(Boolean.class)
                .single();
    }

    /** Said twice it is as if said once. Whoever has a seat keeps it. */
    public Outcome<OrderId> set(Actor actor, OrderId id, boolean onlyByRequest) {
        return transactions.write(() -> {
            if (sheets.inCharge(actor, id).isEmpty()) {
                return Outcome.refused("order.not_yours", Verb.OFFER.code());
            }
            var order = sheets.hold(actor.county(), id).orElseThrow();
            if (onlyByRequest) {
                keep(actor, order.id());
            } else {
                open(actor, order.id());
            }
            return Outcome.done(order.id());
        });
    }

    private void keep(Actor actor, OrderId id) {
        db.sql("""
                insert into order_by_request (county_id, order_id, set_by, set_at) values (:county, :order, :by, :now)
                on conflict (county_id, order_id) do nothing
                """)
                .param("county", actor.county().value())
                .param("order", id.value())
                .param("by", actor.person().value())
                .param("now", DbTime.of(clock.instant()))
                .update();
    }

    private void open(Actor actor, OrderId id) {
        db.sql("delete from order_by_request where county_id = :county and order_id = :order")
                .param("county", actor.county().value())
                .param("order", id.value())
                .update();
    }
}
