package feiyan.orders;

import feiyan.platform.CountyId;
import feiyan.units.Actor;
import feiyan.units.UnitId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** For whom somebody has ordered before and where that was: what need not be written again. */
@Service
public class EarlierContacts {

    private static final int LATEST = 20;

    private final JdbcClient jdbc;
    private final OrderWords words;

    EarlierContacts(JdbcClient jdbc, OrderWords words) {
        this.jdbc = jdbc;
        this.words = words;
    }

    /** Never logged: prints without its contents. */
    public record Earlier(OrderId order, UnitId station, String recipient, String phone, String address) {

        @Override
        public String toString() {
            return "Earlier[" + order + "]";
        }
    }

    /** Of the person's own latest orders, the latest first; the requester sees all of it. */
    public List<Earlier> of(Actor actor) {
        return jdbc.sql("""
                select o.id, o.station_id, w.recipient_name, w.phone, w.address
                from service_order o join order_words w on w.county_id = :county and w.order_id = o.id
                where o.county_id = :county and o.requester_id = :person
                order by o.id desc limit :latest
                """)
                .param("county", actor.county().value())
                .param("person", actor.person().value())
                .param("latest", LATEST)
                .query((row, number) -> {
                    var id = new OrderId(row.getObject("id", UUID.class));
                    return new Earlier(
                            id,
                            new UnitId(row.getObject("station_id", UUID.class)),
                            open(actor.county(), "recipient_name", id, row.getBytes("recipient_name")),
                            open(actor.county(), "phone", id, row.getBytes("phone")),
                            open(actor.county(), "address", id, row.getBytes("address")));
                })
                .list();
    }

    private String open(CountyId county, String column, OrderId order, byte @Nullable [] sealed) {
        return words.open(county, column, order, sealed);
    }
}
