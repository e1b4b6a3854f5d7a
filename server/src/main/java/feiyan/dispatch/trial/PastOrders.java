package feiyan.dispatch.trial;

import feiyan.dispatch.pool.PastOrder;
import feiyan.orders.OrderId;
import feiyan.orders.ServiceSheet;
import feiyan.orders.ServiceSheets;
import feiyan.orders.Slot;
import feiyan.orders.State;
import feiyan.platform.CountyId;
import feiyan.platform.DbTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The orders for which somebody was asked lately, with the time for which they were asked last. */
@Repository
class PastOrders {

    /** As many as the engine plans without anybody waiting long. */
    static final int MOST = 2_000;

    private final JdbcClient db;
    private final ServiceSheets sheets;

    PastOrders(JdbcClient db, ServiceSheets sheets) {
        this.db = db;
        this.sheets = sheets;
    }

    /** @param leftOut how many more there were, all of them older */
    record Found(List<PastOrder> orders, int leftOut) {}

    private record Row(OrderId order, Slot proposed, int all) {}

    Found since(CountyId county, Instant from, Instant until) {
        var rows = db.sql("""
                select a.order_id, a.proposed_from, a.proposed_to, count(*) over () as whole
                from (
                  select distinct on (f.order_id) f.order_id, f.proposed_from, f.proposed_to, f.made_at
                  from offer f
                  where f.county_id = :county and f.made_at >= :from and f.made_at < :until
                  order by f.order_id, f.made_at desc) a
                order by a.made_at desc, a.order_id limit :most
                """)
                .param("county", county.value())
                .param("from", DbTime.of(from))
                .param("until", DbTime.of(until))
                .param("most", MOST)
                .query((row, number) -> new Row(
                        new OrderId(row.getObject("order_id", UUID.class)),
                        new Slot(DbTime.read(row, "proposed_from"), DbTime.read(row, "proposed_to")),
                        row.getInt("whole")))
                .list();
        var left = rows.isEmpty() ? 0 : rows.getFirst().all() - rows.size();
        return new Found(withSheets(county, rows), left);
    }

    /** What was called off needs nobody. */
    private List<PastOrder> withSheets(CountyId county, List<Row> rows) {
        Map<OrderId, ServiceSheet> byId = sheets
                .find(county, rows.stream().map(Row::order).toList())
                .stream()
                .filter(sheet -> sheet.project() != null && sheet.state() != State.CANCELLED)
                .collect(Collectors.toMap(ServiceSheet::id, Function.identity()));
        return rows.stream()
                .flatMap(row -> Optional.ofNullable(byId.get(row.order())).stream()
                        .map(sheet -> new PastOrder(sheet, sheet.timeOr(row.proposed()))))
                .toList();
    }
}
