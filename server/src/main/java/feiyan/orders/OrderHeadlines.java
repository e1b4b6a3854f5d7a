package feiyan.orders;

import static java.util.stream.Collectors.toMap;

import feiyan.menu.ProjectId;
import feiyan.platform.CountyId;
import feiyan.platform.DbTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Many orders' headlines in one query, for lists of messages; the caller has judged that they concern the reader. */
@Repository
public class OrderHeadlines {

    private final JdbcClient jdbc;

    OrderHeadlines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Map<OrderId, OrderHeadline> of(CountyId county, Collection<OrderId> orders) {
        return jdbc
                .sql("""
                select o.id, o.number, case when o.confidential then null else o.project_id end as project_id,
                  o.urgent, o.confidential,
                  coalesce(o.agreed_from, g.agreed_from) as agreed_from, coalesce(o.agreed_to, g.agreed_to) as agreed_to
                from service_order o
                left join service_order g on g.county_id = :county and g.id = o.parent_id
                where o.county_id = :county and o.id = any(:orders)
                """)
                .param("county", county.value())
                .param("orders", orders.stream().map(OrderId::value).distinct().toArray(UUID[]::new))
                .query(OrderHeadlines::headline)
                .list()
                .stream()
                .collect(toMap(OrderHeadline::id, Function.identity()));
    }

    private static OrderHeadline headline(ResultSet row, int number) throws SQLException {
        var project = row.getObject("project_id", UUID.class);
        var from = DbTime.readNullable(row, "agreed_from");
        return new OrderHeadline(
                new OrderId(row.getObject("id", UUID.class)),
                row.getString("number"),
                project == null ? null : new ProjectId(project),
                row.getBoolean("urgent"),
                row.getBoolean("confidential"),
                from == null ? null : new Slot(from, DbTime.read(row, "agreed_to")));
    }
}
