package feiyan.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whatever was sent: what is there is there whole. Counts of rows that have lost their other half, by what they are.
 */
final class NothingHalf {

    private static final Map<String, String> HALVES = Map.of(
            "orders that are not their last event",
            """
            select count(*) from service_order o where o.county_id = :county and not exists (
              select 1 from order_event e where e.county_id = :county and e.order_id = o.id
                and e.version = o.version and e.to_state = o.state)
            """,
            "orders of households without their words",
            """
            select count(*) from service_order o where o.county_id = :county and o.channel <> 'GROUP' and not exists (
              select 1 from order_words w where w.county_id = :county and w.order_id = o.id)
            """,
            "offers that are not their last event",
            """
            select count(*) from offer o where o.county_id = :county and not exists (
              select 1 from offer_event e where e.county_id = :county and e.offer_id = o.id
                and e.version = o.version and e.to_state = o.state)
            """,
            "seats that are not their last event",
            """
            select count(*) from seat s where s.county_id = :county and not exists (
              select 1 from seat_event e where e.county_id = :county and e.seat_id = s.id
                and e.version = s.version and e.to_state = s.state)
            """,
            "orders with more seats than heads",
            """
            select count(*) from (
              select o.id from service_order o
              join seat s on s.county_id = :county and s.order_id = o.id and s.state in ('TAKEN', 'PRESENT')
              where o.county_id = :county
              group by o.id, o.headcount having count(*) > o.headcount) crowded
            """);

    private NothingHalf() {}

    static void in(JdbcClient jdbc) {
        var county = jdbc.sql("select id from county").query(Long.class).single();
        var found = new LinkedHashMap<String, Integer>();
        HALVES.forEach((what, sql) -> {
            var rows =
                    jdbc.sql(sql).param("county", county).query(Integer.class).single();
            if (rows > 0) {
                found.put(what, rows);
            }
        });
        assertThat(found).isEmpty();
    }
}
