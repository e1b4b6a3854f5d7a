package feiyan.dispatch;

import feiyan.orders.OrderId;
import feiyan.platform.CountyId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads all that stands of an order by one statement: its offers and seats, each in their own columns. */
@Repository
class StandingRows {

    private static final String ALL = """
            select 'OFFER' as what, f.county_id, f.id, f.version, f.state, f.order_id, f.team_id, f.volunteer_id,
              f.proposed_from, f.proposed_to, f.deadline, null::int as place, null::uuid as offer_id,
              null::timestamptz as starts, null::timestamptz as ends
            from offer f where f.county_id = :county and f.order_id = :order and f.state in ('OPEN', 'ACCEPTED')
            union all
            select 'SEAT', s.county_id, s.id, s.version, s.state, s.order_id, null, s.volunteer_id,
              null, null, null, s.place, s.offer_id, s.starts, s.ends
            from seat s where s.county_id = :county and s.order_id = :order and s.state in ('TAKEN', 'PRESENT')
            union all
            select 'PROPOSAL', p.county_id, p.id, p.version, p.state, p.order_id, null, null, null, null, null, null,
              null, null, null
            from time_proposal p where p.county_id = :county and p.order_id = :order and p.state = 'OPEN'
            union all
            select 'QUEUE', q.county_id, null, null, null, q.order_id, null, null, null, null, null, null,
              null, null, null
            from offer_queue q where q.county_id = :county and q.order_id = :order
            union all
            select 'QUEUE', l.county_id, null, null, null, l.order_id, null, null, null, null, null, null,
              null, null, null
            from offer_look l where l.county_id = :county and l.order_id = :order
            """;

    private final JdbcClient db;

    StandingRows(JdbcClient db) {
        this.db = db;
    }

    Standing of(CountyId county, OrderId order) {
        return db.sql(ALL)
                .param("county", county.value())
                .param("order", order.value())
                .query(StandingRows::standing);
    }

    private static Standing standing(ResultSet row) throws SQLException {
        var offers = new ArrayList<Offer>();
        var seats = new ArrayList<Seat>();
        boolean waits = false;
        boolean proposed = false;
        while (row.next()) {
            switch (row.getString("what")) {
                case "OFFER" -> offers.add(OfferRows.offer(row, 0));
                case "SEAT" -> seats.add(SeatRows.seat(row, 0));
                case "PROPOSAL" -> proposed = true;
                default -> waits = true;
            }
        }
        return new Standing(offers, seats, waits, proposed);
    }
}
