package feiyan.bench.loop;

import feiyan.accounts.PersonId;
import feiyan.bench.county.House;
import feiyan.dispatch.SeatId;
import feiyan.orders.OrderId;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * What volunteers read on the page of the day, for a client that calls doors and has no page. Of one who comes alone it
 * was heard when the seat was taken, and costs nothing; others are looked up on a connection of its own, which ends
 * with the house: what goes over the product's pool is counted.
 */
final class TakenSeats {

    private final JdbcClient jdbc;
    private final Heard heard;

    private TakenSeats(JdbcClient jdbc, Heard heard) {
        this.jdbc = jdbc;
        this.heard = heard;
    }

    static TakenSeats in(House house) {
        try {
            return new TakenSeats(
                    JdbcClient.create(new SingleConnectionDataSource(house.asOwner(), true)), house.the(Heard.class));
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Asked by the thread that had them taken. */
    Map<PersonId, SeatId> of(long county, OrderId order, List<PersonId> comers) {
        var taken = heard.taken();
        return comers.size() == 1 && taken.size() == 1
                ? Map.of(comers.getFirst(), new SeatId(taken.getFirst()))
                : lookedUp(county, order);
    }

    private Map<PersonId, SeatId> lookedUp(long county, OrderId order) {
        var seats = new HashMap<PersonId, SeatId>();
        jdbc.sql("select s.id, s.volunteer_id from seat s where s.county_id = :county and s.order_id = :order")
                .param("county", county)
                .param("order", order.value())
                .query(row -> {
                    seats.put(
                            new PersonId(row.getObject("volunteer_id", UUID.class)),
                            new SeatId(row.getObject("id", UUID.class)));
                });
        return seats;
    }
}
