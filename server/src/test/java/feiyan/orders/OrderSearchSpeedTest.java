package feiyan.orders;

import static org.assertj.core.api.Assertions.assertThat;

import feiyan.orders.OrdersWorld.Cast;
import feiyan.platform.CountyId;
import feiyan.platform.Outcome;
import feiyan.platform.Transactions;
import feiyan.platform.database.FeiyanTest;
import feiyan.units.UnitId;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Among as many orders as a county has in most of a year. */
@Tag("measured")
@FeiyanTest(properties = "feiyan.jobs=false")
@Import(OrdersWorld.class)
class OrderSearchSpeedTest {

    private static final int MANY = 25_000;

    @Autowired
    OrdersWorld world;

    @Autowired
    OrderSearch search;

    @Autowired
    OrderSearchRows rows;

    @Autowired
    OrderSearchRebuild rebuild;

    @Autowired
    Transactions transactions;

    @Autowired
    JdbcClient jdbc;

    @Test
    void wordsAreLookedUpInTheIndexAndTheTableIsNotReadThrough() {
        var cast = world.county();
        var wanted = world.placed(cast, cast.haircut());
        rebuild.catchUp(cast.county());
        many(cast);
        var asked = OrderSearchCriteria.ofWords(OrdersWorld.RECIPIENT);
        assertThat(search.find(cast.clerk(), asked, null).orThrow().hits())
                .extracting(hit -> hit.line().id())
                .containsExactly(wanted);
        assertThat(plan(cast, asked, SearchStretches.all(new UUID(-1, -1))))
                .contains("order_search_by_token")
                .doesNotContain("Seq Scan on order_search")
                .doesNotContain("Seq Scan on service_order");
        var lately = new SearchStretches.Stretch(
                new UUID(wanted.value().getMostSignificantBits(), 0), wanted.value(), wanted.value());
        assertThat(plan(cast, asked, lately))
                .as("the index knows the time as well")
                .containsPattern("Bitmap Index Scan on order_search_by_token .*\\n.*Index Cond: .*ARRAY\\[.* && ");
    }

    private String plan(Cast cast, OrderSearchCriteria asked, SearchStretches.Stretch stretch) {
        var query = rows.query(cast.clerk(), asked, stretch, OrderSearch.PAGE);
        return String.join(
                "\n",
                jdbc.sql("explain " + query.sql())
                        .params(query.given())
                        .query((row, number) -> row.getString(1))
                        .list());
    }

    /**
     * Orders with tokens out of some ten thousands, as the feed would write them; the rows alone, since only they are
     * read.
     */
    private void many(Cast cast) {
        transactions
                .write(() -> {
                    orders(
                            cast.county(),
                            cast.station(),
                            cast.resident().person().value());
                    return Outcome.done(
                            jdbc.sql("""
                                    insert into order_search (county_id, order_id, tokens, names, erased)
                                    select o.county_id, o.id,
                                      array(select ('x' || substr(md5(o.id::text || t), 1, 4))::bit(16)::int from generate_series(1, 30) t), 'made', false
                                    from service_order o where o.county_id = :county and o.number like 'M%'
                                    """).param("county", cast.county().value()).update());
                })
                .orThrow();
        analyse();
    }

    /** As autovacuum does; the application's own role may not. */
    private void analyse() {
        transactions
                .write(() -> {
                    jdbc.sql("set local role none").update();
                    return Outcome.done(jdbc.sql("analyze order_search, service_order, order_event")
                            .update());
                })
                .orThrow();
    }

    private void orders(CountyId county, UnitId station, UUID person) {
        jdbc.sql("""
                with made as (
                  insert into service_order (county_id, id, version, state, number, unit_id, station_id, channel,
                    requester_id, placed_by, headcount, duration_minutes, window_from, window_to, placed_at)
                  select :county, md5(n::text)::uuid, 1, 'SUBMITTED', 'M' || n, :station, :station, 'PHONE_PAGE',
                    :person, :person, 1, 60, timestamptz '2026-06-20 10:00+08', timestamptz '2026-06-20 12:00+08',
                    timestamptz '2026-06-16 10:00+08'
                  from generate_series(1, :many) n
                  returning county_id, id, unit_id, placed_at)
                insert into order_event (county_id, order_id, version, from_state, command, to_state, at, unit_id)
                select county_id, id, 1, 'NEW', 'place', 'SUBMITTED', placed_at, unit_id from made
                """)
                .param("county", county.value())
                .param("station", station.value())
                .param("person", person)
                .param("many", MANY)
                .update();
    }
}
