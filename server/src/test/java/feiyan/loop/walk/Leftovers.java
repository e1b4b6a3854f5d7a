package feiyan.loop.walk;

import feiyan.orders.ComplaintId;
import feiyan.orders.OrderId;
import feiyan.platform.CountyId;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is left once everybody has gone home. */
final class Leftovers {

    private final JdbcClient db;

    Leftovers(DataSource own) {
        this.db = JdbcClient.create(own);
    }

    /** Not over yet. */
    List<Facts> unfinished(CountyId county) {
        return db.sql(Looking.ORDER + "state not in ('CLOSED', 'REFUSED', 'CANCELLED') order by id")
                .params(county.value())
                .query((row, number) -> Looking.facts(county, row))
                .list();
    }

    record Answerable(ComplaintId id, int version, OrderId order) {}

    List<Answerable> answerable(CountyId county) {
        return db.sql("select id, version, order_id from complaint where county_id = ? and state in ('OPEN', 'RAISED')")
                .params(county.value())
                .query((row, number) -> new Answerable(
                        new ComplaintId(Columns.uuid(row, "id")),
                        row.getInt("version"),
                        new OrderId(Columns.uuid(row, "order_id"))))
                .list();
    }

    /**
     * After weeks without anybody: at the center what nobody reviewed, unanswered questions without a call, and
     * services whose volunteers never left are somebody's overdue work. All else the clock has ended.
     */
    Optional<OrderId> stuck() {
        return db.sql("""
                select o.id from service_order o
                join unit u on u.county_id = o.county_id and u.id = o.unit_id
                where o.state not in ('CLOSED', 'REFUSED', 'CANCELLED') and not (
                  o.due_at is not null and (
                    (o.state in ('SUBMITTED', 'APPROVED') and u.tier = 'CENTER')
                    or (o.state = 'RETURNED' and not exists (
                      select 1 from order_call c where c.county_id = o.county_id and c.order_id = o.id and c.at >= (
                        select max(e.at) from order_event e where e.county_id = o.county_id and e.order_id = o.id
                          and e.command = 'ask_back')))
                    or (o.state = 'IN_SERVICE' and exists (
                      select 1 from seat s where s.county_id = o.county_id and s.order_id = o.id
                        and s.state = 'PRESENT')))
                  or (o.state = 'MERGED' and exists (
                    select 1 from service_order p where p.county_id = o.county_id and p.id = o.parent_id
                      and p.due_at is not null)))
                limit 1
                """)
                .query((row, number) -> new OrderId(Columns.uuid(row, "id")))
                .optional();
    }
}
