package feiyan.orders;

import feiyan.accounts.PersonId;
import feiyan.platform.CountyId;
import feiyan.units.UnitId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what happened to an order, the oldest first. A life has a dozen events; a hundred end the reading. */
@Repository
class OrderHistory {

    private static final int LONGEST = 100;

    private final JdbcClient jdbc;

    OrderHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Happening> of(CountyId county, OrderId order) {
        return jdbc.sql("""
                select version, from_state, command, to_state, at, actor_id, unit_id, reason from (
                  select * from order_event
                  where county_id = :county and order_id = :order
                  order by version desc limit :longest) latest
                order by version
                """)
                .param("county", county.value())
                .param("order", order.value())
                .param("longest", LONGEST)
                .query(OrderHistory::map)
                .list();
    }

    private static Happening map(ResultSet row, int number) throws SQLException {
        var actor = row.getObject("actor_id", UUID.class);
        return new Happening(
                row.getInt("version"),
                State.valueOf(row.getString("from_state")),
                Verb.of(row.getString("command")),
                State.valueOf(row.getString("to_state")),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                actor == null ? null : new PersonId(actor),
                new UnitId(row.getObject("unit_id", UUID.class)),
                row.getString("reason"));
    }
}
