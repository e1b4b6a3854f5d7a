package feiyan.dispatch.measures;

import static org.assertj.core.api.Assertions.assertThat;

import feiyan.cast.Village;
import feiyan.platform.AppClock;
import feiyan.platform.DbTime;
import feiyan.platform.Outcome;
import feiyan.platform.Transactions;
import feiyan.platform.database.FeiyanTest;
import feiyan.units.UnitId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Among as many orders as a county has in most of a year, each offered three times and taken once. */
@Tag("measured")
@FeiyanTest(properties = "feiyan.jobs=false")
class MeasuresSpeedTest {

    private static final int MANY = 25_000;
    private static final Duration A_YEAR = Duration.ofDays(365);

    /** The tables that grow with each order, whoever reads them. */
    private static final Pattern READ_THROUGH =
            Pattern.compile("Seq Scan on (offer|offer_event|seat|seat_event|service_order|order_event)\\b");

    /** Two lists held against each other row by row: work that grows with the square of the days. */
    private static final String EACH_WITH_EACH = "Join Filter";

    private static final Duration GENEROUS = Duration.ofSeconds(2);

    @Autowired
    private ApplicationContext house;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private DispatchMeasuring measuring;

    @Autowired
    private Transactions transactions;

    @Autowired
    private AppClock clock;

    @Test
    void nothingThatGrowsIsReadThrough() {
        var village = Village.in(house);
        var until = clock.instant();
        many(village, until);
        for (var days : MeasuredDays.values()) {
            for (var unit : List.of(village.center, village.station)) {
                var from = until.minus(Duration.ofDays(days.days()));
                assertThat(explained(village, unit, from, until))
                        .doesNotContainPattern(READ_THROUGH)
                        .doesNotContain(EACH_WITH_EACH);
            }
            var reader = village.administrator;
            var took = new ArrayList<Long>();
            for (int i = 0; i < 5; i++) {
                long began = System.nanoTime();
                var measures = clock.at(until, () -> measuring.of(reader, village.center, days))
                        .orElseThrow();
                took.add(System.nanoTime() - began);
                assertThat(measures.offers()).isPositive();
                assertThat(measures.filled()).isNotNull();
            }
            took.sort(null);
            var median = Duration.ofNanos(took.get(took.size() / 2));
            System.out.printf("dispatch measures of %s among %d orders: %d ms%n", days, MANY, median.toMillis());
            assertThat(median).isLessThan(GENEROUS);
        }
    }

    private String explained(Village village, UnitId unit, Instant from, Instant until) {
        return String.join(
                "\n",
                jdbc.sql("explain " + MeasuresSql.ALL)
                        .param("county", village.county.value())
                        .param("unit", unit.value())
                        .param("from", DbTime.of(from))
                        .param("until", DbTime.of(until))
                        .query((row, number) -> row.getString(1))
                        .list());
    }

    /** The rows as the doors would have left them, spread over a year; only they are read. */
    private void many(Village village, Instant until) {
        transactions
                .write(() -> {
                    people(village);
                    orders(village, until);
                    offers(village);
                    seats(village);
                    return Outcome.done(true);
                })
                .orThrow();
        transactions
                .write(() -> {
                    jdbc.sql("set local role none").update();
                    return Outcome.done(jdbc.sql(
                                    "analyze offer, offer_event, seat, seat_event, service_order, order_event, volunteer")
                            .update());
                })
                .orThrow();
    }

    private void people(Village village) {
        for (int i = 0; i < 40; i++) {
            village.volunteer("V" + i);
        }
    }

    private void orders(Village village, Instant until) {
        jdbc.sql("""
                with made as (
                  insert into service_order (county_id, id, version, state, number, unit_id, station_id, channel,
                    requester_id, placed_by, headcount, duration_minutes, window_from, window_to, agreed_from, agreed_to,
                    placed_at)
                  select :county, md5('o' || n)::uuid, 4, 'ACCEPTED', 'M' || n, :station, :station, 'PHONE_PAGE',
                    :person, :person, 1, 60, t.at + interval '2 days', t.at + interval '4 days',
                    t.at + interval '2 days', t.at + interval '2 days 1 hour', t.at
                  from generate_series(1, :many) n
                  cross join lateral (select :until::timestamptz - n * (:year * interval '1 second' / :many) as at) t
                  returning county_id, id, unit_id, placed_at)
                insert into order_event (county_id, order_id, version, from_state, command, to_state, at, unit_id)
                select m.county_id, m.id, s.version, s.from_state, s.command, s.to_state,
                  m.placed_at + s.version * interval '1 hour', m.unit_id
                from made m cross join (values (1, 'NEW', 'place', 'SUBMITTED'), (2, 'SUBMITTED', 'approve', 'APPROVED'),
                  (3, 'APPROVED', 'offer', 'OFFERED'), (4, 'OFFERED', 'confirm', 'ACCEPTED'))
                  s (version, from_state, command, to_state)
                """)
                .param("county", village.county.value())
                .param("station", village.station.value())
                .param("person", village.requester.person().value())
                .param("until", DbTime.of(until))
                .param("year", A_YEAR.toSeconds())
                .param("many", MANY)
                .update();
    }

    private void offers(Village village) {
        jdbc.sql("""
                with ranked as (
                  select volunteer_id, row_number() over (order by volunteer_id) - 1 as place
                  from serving_volunteer v where v.county_id = :county),
                made as (
                  insert into offer (county_id, id, version, state, order_id, volunteer_id, proposed_from, proposed_to,
                    deadline, made_at)
                  select :county, md5(o.number || ':' || k)::uuid, 2,
                    case k when 1 then 'ACCEPTED' when 2 then 'DECLINED' else 'EXPIRED' end, o.id, r.volunteer_id,
                    o.agreed_from, o.agreed_to, o.placed_at + interval '7 hours', o.placed_at + interval '3 hours'
                  from service_order o cross join generate_series(1, 3) k
                  join ranked r on r.place = (substr(o.number, 2)::int * 3 + k) % 40
                  where o.county_id = :county and o.number like 'M%'
                  returning county_id, id, state, made_at)
                insert into offer_event (county_id, offer_id, version, from_state, command, to_state, at, actor_id, reason)
                select m.county_id, m.id, s.version, s.from_state,
                  case when s.version = 1 then 'make' when m.state = 'ACCEPTED' then 'accept'
                    when m.state = 'DECLINED' then 'decline' else 'expire' end,
                  case when s.version = 1 then 'OPEN' else m.state end, m.made_at + s.version * interval '20 minutes',
                  case when s.version = 1 then :clerk::uuid end,
                  case when s.version = 2 and m.state = 'DECLINED' then 'no_time' end
                from made m cross join (values (1, 'NEW'), (2, 'OPEN')) s (version, from_state)
                """)
                .param("county", village.county.value())
                .param("clerk", village.clerk.person().value())
                .update();
    }

    private void seats(Village village) {
        jdbc.sql("""
                with made as (
                  insert into seat (county_id, id, version, state, order_id, place, volunteer_id, offer_id, starts, ends,
                    taken_at)
                  select :county, md5('s' || f.id)::uuid, 1, 'TAKEN', f.order_id, 1, f.volunteer_id, f.id,
                    f.proposed_from, f.proposed_from + interval '1 minute', f.made_at
                  from offer f where f.county_id = :county and f.state = 'ACCEPTED'
                  returning county_id, id, taken_at)
                insert into seat_event (county_id, seat_id, version, from_state, command, to_state, at)
                select county_id, id, 1, 'NEW', 'take', 'TAKEN', taken_at from made
                """).param("county", village.county.value()).update();
    }
}
