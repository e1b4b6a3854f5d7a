package feiyan.dispatch;

import feiyan.accounts.PersonId;
import feiyan.orders.NamedVolunteers;
import feiyan.orders.OrderId;
import feiyan.platform.CountyId;
import feiyan.units.UnitId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whom a requester may know by name: those who came, those who come, those of the own station. */
@Component
class WishedVolunteers implements NamedVolunteers {

    private static final int A_HANDFUL = 5;

    private final JdbcClient jdbc;

    WishedVolunteers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Known> servedAt(CountyId county, Collection<OrderId> orders) {
        return jdbc.sql("""
                select v.volunteer_id, v.name, max(s.ends) as last
                from seat s join serving_volunteer v on v.county_id = :county and v.volunteer_id = s.volunteer_id
                where s.county_id = :county and s.order_id = any(:orders) and s.state = 'SERVED'
                group by v.volunteer_id, v.name order by last desc limit :most
                """)
                .param("county", county.value())
                .param("orders", ids(orders))
                .param("most", A_HANDFUL)
                .query(WishedVolunteers::known)
                .list();
    }

    @Override
    public List<Known> called(CountyId county, UnitId station, String nameOrNumber) {
        return jdbc.sql("""
                select v.volunteer_id, v.name from serving_volunteer v
                where v.county_id = :county and (v.name = :typed or v.number = :typed) and exists (
                  select 1 from unit_within w
                  where w.county_id = :county and w.unit_id = v.unit_id and w.ancestor_id = :station)
                limit 2
                """)
                .param("county", county.value())
                .param("typed", nameOrNumber)
                .param("station", station.value())
                .query(WishedVolunteers::known)
                .list();
    }

    @Override
    public Map<OrderId, List<String>> coming(CountyId county, Collection<OrderId> orders) {
        var names = new LinkedHashMap<OrderId, List<String>>();
        jdbc.sql("""
                select s.order_id, v.name
                from seat s join serving_volunteer v on v.county_id = :county and v.volunteer_id = s.volunteer_id
                where s.county_id = :county and s.order_id = any(:orders) and s.state in ('TAKEN', 'PRESENT')
                order by s.order_id, s.place
                """)
                .param("county", county.value())
                .param("orders", ids(orders))
                .query(row -> {
                    names.computeIfAbsent(new OrderId(row.getObject("order_id", UUID.class)), _ -> new ArrayList<>())
                            .add(row.getString("name"));
                });
        return names;
    }

    private static Known known(ResultSet row, int number) throws SQLException {
        return new Known(new PersonId(row.getObject("volunteer_id", UUID.class)), row.getString("name"));
    }

    private static UUID[] ids(Collection<OrderId> orders) {
        return orders.stream().map(OrderId::value).distinct().toArray(UUID[]::new);
    }
}
