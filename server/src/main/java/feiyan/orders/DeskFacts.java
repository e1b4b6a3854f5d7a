package feiyan.orders;

import static java.util.stream.Collectors.toMap;

import feiyan.units.Actor;
import feiyan.units.Role;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** What a desk wants to know of the orders in its list beside their lines, in one query however many there are. */
@Service
public class DeskFacts {

    private final JdbcClient jdbc;

    DeskFacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One order's.
     *
     * @param mergeable may be served together with others: never a confidential one, nor a group itself
     * @param alike how many others at the same unit wait for the same project at a time that fits
     */
    public record DeskFact(int version, boolean mergeable, int alike) {}

    private record Found(OrderId order, DeskFact fact) {}

    public Map<OrderId, DeskFact> of(Actor actor, Collection<OrderId> orders) {
        return jdbc
                .sql("""
                select o.id, o.version,
                  not o.confidential and o.channel <> 'GROUP' and o.state in ('SUBMITTED', 'APPROVED') as mergeable,
                  case when o.confidential or o.channel = 'GROUP' or o.project_id is null then 0 else (
                    select count(*) from service_order a
                    where a.county_id = :county and a.unit_id = o.unit_id and a.state in ('SUBMITTED', 'APPROVED')
                      and a.project_id = o.project_id and a.id <> o.id and not a.confidential and a.channel <> 'GROUP'
                      and a.window_from < o.window_to and a.window_to > o.window_from) end as alike
                from service_order o
                where o.county_id = :county and o.id = any(:ids) and
                """ + Inbox.MINE)
                .param("county", actor.county().value())
                .param("ids", orders.stream().map(OrderId::value).toArray(UUID[]::new))
                .param("units", actor.unitsAs(Role.CLERK, Role.DISPATCHER))
                .query((row, number) -> new Found(
                        new OrderId(row.getObject("id", UUID.class)),
                        new DeskFact(row.getInt("version"), row.getBoolean("mergeable"), row.getInt("alike"))))
                .list()
                .stream()
                .collect(toMap(Found::order, Found::fact));
    }
}
