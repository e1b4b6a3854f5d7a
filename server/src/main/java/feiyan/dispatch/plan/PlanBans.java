package feiyan.dispatch.plan;

import feiyan.accounts.PersonId;
import feiyan.dispatch.pool.PlanMaker.Pairing;
import feiyan.orders.OrderId;
import feiyan.platform.CountyId;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who shall not be proposed for which order again. */
@Repository
class PlanBans {

    private final JdbcClient db;

    PlanBans(JdbcClient db) {
        this.db = db;
    }

    void add(CountyId county, PlanId plan, OrderId order, PersonId volunteer) {
        db.sql("""
                insert into plan_ban (county_id, plan_id, order_id, volunteer_id)
                values (:county, :plan, :order, :volunteer) on conflict do nothing
                """)
                .param("county", county.value())
                .param("plan", plan.value())
                .param("order", order.value())
                .param("volunteer", volunteer.value())
                .update();
    }

    /** What was said of orders that wait still goes over to the next plan. */
    void takeOver(CountyId county, PlanId from, PlanId to, Collection<OrderId> orders) {
        db.sql("""
                insert into plan_ban (county_id, plan_id, order_id, volunteer_id)
                select :county, :to, b.order_id, b.volunteer_id from plan_ban b
                where b.county_id = :county and b.plan_id = :from and b.order_id = any(:orders)
                """)
                .param("county", county.value())
                .param("from", from.value())
                .param("to", to.value())
                .param("orders", orders.stream().map(OrderId::value).toArray(UUID[]::new))
                .update();
    }

    Set<Pairing> of(CountyId county, PlanId plan) {
        return new HashSet<>(db.sql("""
                select b.order_id, b.volunteer_id from plan_ban b
                where b.county_id = :county and b.plan_id = :plan
                """)
                .param("county", county.value())
                .param("plan", plan.value())
                .query((row, number) -> new Pairing(
                        new OrderId(row.getObject("order_id", UUID.class)),
                        new PersonId(row.getObject("volunteer_id", UUID.class))))
                .list());
    }
}
