package feiyan.orders;

import feiyan.platform.CountyId;
import feiyan.platform.DbTime;
import feiyan.platform.Ids;
import feiyan.platform.Outcome;
import feiyan.units.Actor;
import java.time.InstantSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Telephone calls to the requester that a unit made and noted. */
@Repository
class OrderCalls {

    private final JdbcClient jdbc;
    private final OrderRows rows;
    private final InstantSource time;

    OrderCalls(JdbcClient jdbc, OrderRows rows, InstantSource time) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.time = time;
    }

    Outcome<OrderId> note(Actor actor, OrderId id, boolean reached) {
        var order = rows.find(actor, id).filter(found -> found.relations().contains(Relation.IN_CHARGE));
        if (order.isEmpty()) {
            return Outcome.refused("order.not_found");
        }
        jdbc.sql("""
                insert into order_call (county_id, id, order_id, at, caller_id, reached)
                values (:county, :id, :order, :now, :caller, :reached)
                """)
                .param("county", actor.county().value())
                .param("id", Ids.next())
                .param("order", id.value())
                .param("now", DbTime.of(time.instant()))
                .param("caller", actor.person().value())
                .param("reached", reached)
                .update();
        return Outcome.done(id);
    }

    /** Whether somebody spoke to the requester since the order was served last. */
    boolean reachedSinceServed(CountyId county, OrderId order) {
        return jdbc.sql("""
                select exists (
                  select 1 from order_call c
                  where c.county_id = :county and c.order_id = :order and c.reached and c.at >= (
                    select max(e.at) from order_event e
                    where e.county_id = :county and e.order_id = :order and e.to_state = 'SERVED'))
                """)
                .param("county", county.value())
                .param("order", order.value())
                .query(Boolean.class)
                .single();
    }

    /** Calls since the unit asked back last. */
    int sinceAskedBack(CountyId county, OrderId order) {
        return jdbc.sql("""
                select count(*) from order_call c
                where c.county_id = :county and c.order_id = :order and c.at >= (
                  select max(e.at) from order_event e
                  where e.county_id = :county and e.order_id = :order and e.command = 'ask_back')
                """)
                .param("county", county.value())
                .param("order", order.value())
                .query(Integer.class)
                .single();
    }
}
