package feiyan.dispatch;

import feiyan.accounts.PersonId;
import feiyan.orders.OrderId;
import feiyan.orders.ServiceSheet;
import feiyan.orders.Slot;
import feiyan.platform.CountyId;
import feiyan.platform.DbTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What offers, seats and the unit's word make of orders, read for a whole list: three queries for any number. */
@Repository
class OrdersToTake {

    private final JdbcClient db;

    OrdersToTake(JdbcClient db) {
        this.db = db;
    }

    /** @param open to whom offers are open */
    private record Asked(boolean withTeam, @Nullable Slot out, Set<UUID> open) {

        private static final Asked NOBODY = new Asked(false, null, Set.of());
    }

    private record Taken(int seats, boolean mine, @Nullable Slot time) {

        private static final Taken NONE = new Taken(0, false, null);
    }

    List<OrderToTake> of(CountyId county, PersonId whose, Collection<ServiceSheet> sheets) {
        var ids = sheets.stream().map(sheet -> sheet.id().value()).toArray(UUID[]::new);
        var asked = asked(county, ids);
        var taken = taken(county, whose, ids);
        var byRequest = byRequest(county, ids);
        return sheets.stream()
                .map(sheet -> open(sheet, whose, asked.get(sheet.id()), taken, byRequest))
                .toList();
    }

    private static OrderToTake open(
            ServiceSheet sheet,
            PersonId whose,
            @Nullable Asked known,
            Map<OrderId, Taken> taken,
            Set<OrderId> byRequest) {
        var asked = known == null ? Asked.NOBODY : known;
        var seats = taken.getOrDefault(sheet.id(), Taken.NONE);
        var named = sheet.named();
        boolean comesFirst = named != null
                && !named.equals(whose)
                && (known == null || asked.open().contains(named.value()));
        return new OrderToTake(
                sheet,
                seats.seats(),
                seats.mine(),
                asked.out() == null ? seats.time() : asked.out(),
                asked.withTeam(),
                comesFirst,
                byRequest.contains(sheet.id()));
    }

    private Map<OrderId, Asked> asked(CountyId county, UUID[] orders) {
        var found = new HashMap<OrderId, Asked>();
        db.sql("""
                select f.order_id,
                  coalesce(bool_or(f.team_id is not null) filter (where f.state in ('OPEN', 'ACCEPTED')), false) as team,
                  min(f.proposed_from) filter (where f.state in ('OPEN', 'ACCEPTED')) as out_from,
                  min(f.proposed_to) filter (where f.state in ('OPEN', 'ACCEPTED')) as out_to,
                  array_agg(f.volunteer_id) filter (where f.state = 'OPEN' and f.volunteer_id is not null) as open
                from offer f where f.county_id = :county and f.order_id = any(:orders) group by f.order_id
                """).param("county", county.value()).param("orders", orders).query(row -> {
            found.put(order(row), new Asked(row.getBoolean("team"), slot(row, "out_from", "out_to"), open(row)));
        });
        return found;
    }

    private static Set<UUID> open(ResultSet row) throws SQLException {
        var open = row.getArray("open");
        return open == null ? Set.of() : Set.copyOf(Arrays.asList((UUID[]) open.getArray()));
    }

    private Map<OrderId, Taken> taken(CountyId county, PersonId whose, UUID[] orders) {
        var found = new HashMap<OrderId, Taken>();
        db.sql("""
                select s.order_id, count(*) as seats, bool_or(s.volunteer_id = :whose) as mine,
                  min(s.starts) as starts, min(s.ends) as ends
                from seat s
                where s.county_id = :county and s.order_id = any(:orders) and s.state in ('TAKEN', 'PRESENT')
                group by s.order_id
                """)
                .param("whose", whose.value())
                .param("county", county.value())
                .param("orders", orders)
                .query(row -> {
                    found.put(
                            order(row),
                            new Taken(row.getInt("seats"), row.getBoolean("mine"), slot(row, "starts", "ends")));
                });
        return found;
    }

    private Set<OrderId> byRequest(CountyId county, UUID[] orders) {
        return new HashSet<>(db.sql("""
                select r.order_id from order_by_request r where r.county_id = :county and r.order_id = any(:orders)
                """)
                .param("county", county.value())
                .param("orders", orders)
                .query((row, number) -> order(row))
                .list());
    }

    private static OrderId order(ResultSet row) throws SQLException {
        return new OrderId(row.getObject("order_id", UUID.class));
    }

    private static @Nullable Slot slot(ResultSet row, String from, String to) throws SQLException {
        var begins = DbTime.readNullable(row, from);
        return begins == null ? null : new Slot(begins, DbTime.read(row, to));
    }
}
