package feiyan.dispatch.plan;

import feiyan.accounts.PersonId;
import feiyan.dispatch.OfferId;
import feiyan.orders.OrderId;
import feiyan.orders.ServiceSheet;
import feiyan.orders.Slot;
import feiyan.platform.CountyId;
import feiyan.platform.DbTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who comes to an order and who was asked: for many orders at once, or for one that is held. */
@Repository
class OrderSeats {

    private final JdbcClient db;

    OrderSeats(JdbcClient db) {
        this.db = db;
    }

    /** An offer that nobody answered yet. */
    record Unanswered(OfferId offer, PersonId volunteer) {}

    /**
     * @param taken seats on which somebody counts
     * @param withTeam a team has it or was asked: it answers for all seats
     * @param time for which people were asked or come; null: none is set
     */
    record Standing(
            int taken,
            boolean withTeam,
            List<Unanswered> unanswered,
            @Nullable Slot time) {

        static final Standing NOBODY = new Standing(0, false, List.of(), null);

        int open(ServiceSheet order) {
            return order.headcount() - taken;
        }

        int toAskFor(ServiceSheet order) {
            return withTeam ? 0 : open(order) - unanswered.size();
        }
    }

    Standing of(CountyId county, OrderId order) {
        return of(county, List.of(order)).getOrDefault(order, Standing.NOBODY);
    }

    Map<OrderId, Standing> of(CountyId county, Collection<OrderId> orders) {
        var found = new HashMap<OrderId, Standing>();
        db.sql("""
                select f.order_id, f.state, f.team_id, f.volunteer_id, f.id as offer_id, f.proposed_from as starts,
                  f.proposed_to as ends
                from offer f
                where f.county_id = :county and f.order_id = any(:orders) and f.state in ('OPEN', 'ACCEPTED')
                union all
                select s.order_id, 'SEAT', null, s.volunteer_id, s.offer_id, s.starts, s.ends
                from seat s
                where s.county_id = :county and s.order_id = any(:orders) and s.state in ('TAKEN', 'PRESENT')
                order by offer_id
                """)
                .param("county", county.value())
                .param("orders", orders.stream().map(OrderId::value).toArray(UUID[]::new))
                .query(row -> {
                    var order = new OrderId(row.getObject("order_id", UUID.class));
                    found.put(order, with(found.getOrDefault(order, Standing.NOBODY), row));
                });
        return found;
    }

    private static Standing with(Standing so, ResultSet row) throws SQLException {
        var unanswered = new ArrayList<>(so.unanswered());
        boolean team = row.getObject("team_id") != null;
        var state = row.getString("state");
        if (!team && "OPEN".equals(state)) {
            unanswered.add(new Unanswered(
                    new OfferId(row.getObject("offer_id", UUID.class)),
                    new PersonId(row.getObject("volunteer_id", UUID.class))));
        }
        return new Standing(
                so.taken() + ("SEAT".equals(state) ? 1 : 0),
                so.withTeam() || team,
                List.copyOf(unanswered),
                new Slot(DbTime.read(row, "starts"), DbTime.read(row, "ends")));
    }
}
