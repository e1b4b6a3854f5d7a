package feiyan.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import feiyan.canary.WithoutTwin;
import feiyan.orders.State;
import feiyan.platform.AppClock;
import feiyan.platform.CountyId;
import feiyan.platform.database.FeiyanTest;
import feiyan.units.Counties;
import feiyan.units.Tier;
import feiyan.units.Units;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One county, loaded once as of a Wednesday afternoon, and looked at from all sides. */
@WithoutTwin("the demo county founds itself only where there is none")
@FeiyanTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemoCountyTest {

    private static final Instant NOW = Instant.parse("2026-11-18T07:00:00Z");

    @Autowired
    private DemoCounty demo;

    @Autowired
    private AppClock clock;

    @Autowired
    private Counties counties;

    @Autowired
    private Units units;

    @Autowired
    private Players players;

    @Autowired
    private JdbcClient db;

    private CountyId county;

    /** Switched off in the middle, it leaves nothing behind; the next start begins anew. */
    @BeforeAll
    void load() {
        assertThatThrownBy(() -> demo.load(DemoCountyTest::switchOff)).hasMessage("switched off");
        assertThat(counties.all()).isEmpty();
        var before = System.nanoTime();
        county = clock.at(NOW, () -> demo.load(this::plansByWhatIsThere)).orThrow();
        var took = Duration.ofNanos(System.nanoTime() - before);
        System.out.println("the demo county took " + took.toMillis() + " ms");
        assertThat(took).isLessThan(Duration.ofMinutes(10));
    }

    private static void switchOff(double part) {
        if (part > 0.2) {
            throw new IllegalArgumentException("switched off");
        }
    }

    /** In the transaction of the load, whose rows nobody else sees. */
    private void plansByWhatIsThere(double part) {
        if (part > 0.5) {
            assertThat(db.sql("select min(reltuples) from pg_class where relname in ('service_order', 'seat', 'offer')")
                            .query(Float.class)
                            .single())
                    .isGreaterThan(50);
        }
    }

    @Test
    void isThereOnce() {
        assertThat(demo.load(part -> {})).hasToString("Refused[refusal=Refusal[code=founding.county_there, args=[]]]");
    }

    @Test
    void hasItsUnitsTeamsAndPeople() {
        assertThat(units.counts(county)).isEqualTo(Map.of(Tier.CENTER, 1, Tier.INSTITUTE, 13, Tier.STATION, 125));
        assertThat(count("select count(*) from volunteer where county_id = :county"))
                .isEqualTo(2000);
        assertThat(count("select count(*) from team where county_id = :county")).isEqualTo(1 + 17 + 125);
        assertThat(count("select count(*) from staff_post where county_id = :county"))
                .isEqualTo(1 + 2 + 13 + 125);
        assertThat(count("select count(*) from area where county_id = :county and level = 'natural'"))
                .isGreaterThan(5);
    }

    @Test
    void hasOrdersInEveryState() {
        var states = counts();
        assertThat(states.keySet())
                .containsAll(Arrays.stream(State.values())
                        .filter(state -> state != State.NEW)
                        .map(State::name)
                        .toList());
        assertThat(states.values().stream().mapToInt(Integer::intValue).sum()).isBetween(395, 440);
    }

    private Map<String, Integer> counts() {
        var counts = new TreeMap<String, Integer>();
        db.sql("select state, count(*) as orders from service_order where county_id = :county group by state")
                .param("county", county.value())
                .query(row -> {
                    counts.put(row.getString("state"), row.getInt("orders"));
                });
        return counts;
    }

    @Test
    void hasWhatIsOverdueUrgentConfidentialGroupedReopenedAndRated() {
        assertThat(count("""
                select count(*) from service_order where county_id = :county and due_at < '2026-11-18T07:00Z'
                """)).isPositive();
        assertThat(orders("urgent")).isPositive();
        assertThat(orders("confidential")).isPositive();
        assertThat(orders("channel = 'GROUP'")).isEqualTo(7);
        assertThat(orders("reopened > 0")).isPositive();
        assertThat(count("select count(*) from order_rating where county_id = :county"))
                .isGreaterThan(100);
        assertThat(count("select count(*) from attendance where county_id = :county and minutes > 0"))
                .isGreaterThan(100);
    }

    private int orders(String which) {
        return count("select count(*) from service_order where county_id = :county and " + which);
    }

    /** Every chain begins at the beginning, each event where the one before it ended, and not before it. */
    @Test
    void hasALegalHistory() {
        assertThat(count("""
                select count(*) from order_event e
                left join order_event before on before.county_id = :county and before.order_id = e.order_id
                  and before.version = e.version - 1
                where e.county_id = :county and (e.at > '2026-11-18T07:00Z' or
                  case when e.version = 1 then e.from_state <> 'NEW'
                    else before.to_state is distinct from e.from_state or before.at > e.at end)
                """)).isZero();
        assertThat(count("""
                select count(*) from service_order o where o.county_id = :county and (
                  o.version <> (select count(*) from order_event e
                    where e.county_id = :county and e.order_id = o.id)
                  or o.state <> (select e.to_state from order_event e
                    where e.county_id = :county and e.order_id = o.id order by e.version desc limit 1))
                """)).isZero();
    }

    /** What is waited for has a clock, and nothing else has one. */
    @Test
    void hasAClockExactlyWhereSomebodyIsWaitedFor() {
        assertThat(orders("(due_at is null) <> (state = any('{CLOSED,MERGED,REFUSED,CANCELLED}'))"))
                .isZero();
    }

    @Test
    void countsEachWeekAsItsSeatsAddUp() {
        assertThat(count("""
                select count(*) from volunteer_week w where w.county_id = :county and w.booked_minutes <> coalesce((
                  select sum(extract(epoch from s.ends - s.starts) / 60) from seat s
                  where s.county_id = :county and s.volunteer_id = w.volunteer_id
                    and s.state in ('TAKEN', 'PRESENT', 'SERVED')
                    and date_trunc('week', s.starts at time zone 'Asia/Shanghai')::date = w.week), 0)
                """)).isZero();
    }

    @Test
    void everybodyOfTheCastCanComeIn() {
        assertThat(players.all()).hasSize(Cast.values().length);
        assertThat(Cast.values()).allMatch(part -> players.signIn(part).isPresent());
    }

    private int count(String sql) {
        return db.sql(sql).param("county", county.value()).query(Integer.class).single();
    }
}
