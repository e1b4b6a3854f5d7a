package feiyan.orders;

import static org.assertj.core.api.Assertions.assertThat;

import feiyan.accounts.Persons;
import feiyan.orders.OrdersWorld.Cast;
import feiyan.platform.OutboxWorker;
import feiyan.platform.Outcome;
import feiyan.platform.Transactions;
import feiyan.platform.database.FeiyanTest;
import feiyan.units.Actor;
import feiyan.units.Homes;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a search finds in many years, of which it reads the latest first. */
@FeiyanTest(properties = "feiyan.jobs=false")
@Import(OrdersWorld.class)
class OrderSearchStretchesTest {

    /** Three in the last weeks, and some in each stretch before. */
    private static final List<Integer> DAYS_AGO =
            List.of(1, 20, 58, 70, 150, 364, 380, 1_000, 1_800, 1_900, 5_000, 9_000);

    private static final String STATION = "高册";

    @Autowired
    OrdersWorld world;

    @Autowired
    OrderSearch search;

    @Autowired
    OutboxWorker outbox;

    @Autowired
    Followers followers;

    @Autowired
    Homes homes;

    @Autowired
    Persons persons;

    @Autowired
    Transactions transactions;

    @Autowired
    JdbcClient jdbc;

    private Cast cast;
    private OrderId hers;

    @BeforeEach
    void anOrder() {
        cast = world.county();
        hers = world.placed(cast, cast.haircut());
        outbox.work();
    }

    @Test
    void ordersOfAllTimesAreFoundTheLatestFirst() {
        var all = new ArrayList<>(List.of(hers));
        DAYS_AGO.forEach(days -> all.add(alike(days)));
        assertThat(found(cast.clerk(), STATION)).containsExactlyElementsOf(all);
        assertThat(found(cast.centerDispatcher(), STATION)).containsExactlyElementsOf(all);
        assertThat(found(cast.resident(), STATION)).containsExactlyElementsOf(all);
        assertThat(found(cast.sisterClerk(), STATION)).isEmpty();
        assertThat(found(cast.stranger(), STATION)).isEmpty();
    }

    @Test
    void aPageOfMoreThanTheLastWeeksHoldGoesOnInTheYearsBefore() {
        var all = new ArrayList<>(List.of(hers));
        for (int days = 1; days < 2 * OrderSearch.PAGE; days++) {
            all.add(alike(20 * days));
        }
        var first = search.find(cast.clerk(), OrderSearchCriteria.ofWords(STATION), null)
                .orThrow();
        var second = search.find(cast.clerk(), OrderSearchCriteria.ofWords(STATION), first.more())
                .orThrow();
        assertThat(ids(first)).containsExactlyElementsOf(all.subList(0, OrderSearch.PAGE));
        assertThat(ids(second)).containsExactlyElementsOf(all.subList(OrderSearch.PAGE, all.size()));
    }

    /** They have nothing to do with the order but by its requester. */
    @Test
    void whoFollowsSomebodyFindsTheirOrders() {
        homes.settle(cast.county(), cast.resident().person(), cast.station());
        var child = world.somebody(cast.county());
        followers.ask(child, number(cast.resident()), false).orThrow();
        assertThat(found(child, STATION)).isEmpty();
        followers
                .allow(
                        cast.resident(),
                        followers.asking(cast.resident()).getFirst().id(),
                        false)
                .orThrow();
        assertThat(found(child, STATION)).containsExactly(hers);
        var thatDay = LocalDate.ofInstant(OrdersWorld.NOW, ZoneOffset.UTC);
        var lately = new OrderSearchCriteria("", null, null, null, thatDay.minusDays(3), null, false, false);
        assertThat(ids(search.find(child, lately, null).orThrow()))
                .as("by a condition alone")
                .containsExactly(hers);
        assertThat(ids(search.find(cast.stranger(), lately, null).orThrow())).isEmpty();
    }

    private List<OrderId> found(Actor reader, String words) {
        return ids(search.find(reader, OrderSearchCriteria.ofWords(words), null).orThrow());
    }

    private static List<OrderId> ids(OrderSearch.Found found) {
        return found.hits().stream().map(hit -> hit.line().id()).toList();
    }

    private String number(Actor somebody) {
        return persons.phone(somebody.county(), somebody.person(), somebody.person(), null)
                .orElseThrow()
                .digits();
    }

    /** As hers, so many days ago: the station's name is all that can be read of it. */
    private OrderId alike(int days) {
        var now = Instant.ofEpochMilli(hers.value().getMostSignificantBits() >>> 16);
        long millis = now.minus(Duration.ofDays(days)).toEpochMilli();
        var id = new UUID(millis << 16 | 0x7000, 1L << 63 | days);
        transactions
                .write(() -> Outcome.done(jdbc.sql("""
                        with made as (
                          insert into service_order (county_id, id, version, state, number, unit_id, station_id, channel,
                            requester_id, placed_by, headcount, duration_minutes, window_from, window_to, placed_at)
                          select county_id, :id, 1, state, :number, unit_id, station_id, channel, requester_id, placed_by,
                            headcount, duration_minutes, window_from, window_to, placed_at
                          from service_order where county_id = :county and id = :hers
                          returning county_id, id, state, unit_id, placed_at),
                        begun as (
                          insert into order_event (county_id, order_id, version, from_state, command, to_state, at, unit_id)
                          select county_id, id, 1, 'NEW', 'place', state, placed_at, unit_id from made)
                        insert into order_search (county_id, order_id, tokens, names, erased)
                        select county_id, :id, tokens, names, erased from order_search
                        where county_id = :county and order_id = :hers
                        """)
                        .param("county", cast.county().value())
                        .param("hers", hers.value())
                        .param("id", id)
                        .param("number", "M-" + days)
                        .update()))
                .orThrow();
        return new OrderId(id);
    }
}
