package feiyan.bench.county;

import static org.assertj.core.api.Assertions.assertThat;

import feiyan.bench.county.BigCounty.Crew;
import feiyan.bench.county.BigCounty.Resident;
import feiyan.bench.loop.BenchBeans;
import feiyan.bench.loop.DoorLoop;
import feiyan.bench.loop.Doors;
import feiyan.bench.loop.Errand;
import feiyan.bench.loop.Watch;
import feiyan.calendar.WorkingTime;
import feiyan.messages.Notices;
import feiyan.orders.OrderBook;
import feiyan.orders.OrderId;
import feiyan.orders.OrderSearch;
import feiyan.orders.OrderSearchCriteria;
import feiyan.platform.AppClock;
import feiyan.platform.Outbox;
import feiyan.platform.OutboxWorker;
import feiyan.units.Actor;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.aop.support.AopUtils;

/** What is loaded by the million is what the doors would have left, row by row. */
class SettlementTest {

    private static final CountySize SIZE = new CountySize(1_500, 250, 150, 400, 30_000, 1);
    /** Every row that names a key, an index or a rule of the tables, in the database's own words. */
    private static final String WALLS = """
            select conrelid::regclass || '.' || conname as name, pg_get_constraintdef(oid) || convalidated as def
            from pg_constraint where connamespace = 'public'::regnamespace
            union all
            select indexname, indexdef from pg_indexes where schemaname = 'public'
            """;

    private static House house;
    private static Map<String, String> before;
    private static BigCounty county;
    private static LoadedOrders loaded;
    private static Doors doors;
    private static Pair pair;
    private static Resident resident;

    @BeforeAll
    static void settle() throws SQLException {
        house = House.spareWith(BenchBeans.class, "feiyan.jobs=false");
        loaded = new LoadedOrders(house);
        before = loaded.pairs(WALLS);
        county = Settlement.make(house, SIZE);
        doors = Doors.of(house);
        pair = Pair.in(county);
        resident = county.residents().stream()
                .filter(each -> each.station().equals(pair.one().station()))
                .findFirst()
                .orElseThrow();
    }

    @AfterAll
    static void close() {
        house.close();
    }

    /** Else a lane's client would look up in the database who has the seat, and nobody would see it. */
    @Test
    void whatTheDoorsTellIsHeard() {
        assertThat(AopUtils.isCglibProxy(house.the(Outbox.class))).isTrue();
    }

    @Test
    void eachKeyAndIndexStandsAsItStoodBefore() throws SQLException {
        assertThat(loaded.pairs(WALLS)).isEqualTo(before);
    }

    @Test
    void anOrderLeavesTheRowsThatTheDoorsLeave() throws SQLException {
        var driven = loop(3, 1, null).run();
        swept();
        assertThat(rows(driven))
                .hasSizeGreaterThan(30)
                .anySatisfy(row -> assertThat(row).contains("seat_event", "command=check_out"));
        assertThat(rows(loaded.past(1, false))).isEqualTo(rows(driven));
    }

    @Test
    void soDoesOneThatSomebodyRefusedFirst() throws SQLException {
        var driven = loop(5, 1, null).runAfter(pair.other().actor(county.id()));
        swept();
        assertThat(rows(loaded.past(1, true))).isEqualTo(rows(driven));
    }

    @Test
    void soDoesOneThatTwoServeTogether() throws SQLException {
        var driven = loop(7, 2, null).run();
        swept();
        assertThat(rows(loaded.past(2, false))).isEqualTo(rows(driven));
    }

    @Test
    void soDoesOneThatATeamServes() throws SQLException {
        var driven = loop(9, 2, pair.crew()).run();
        swept();
        assertThat(rows(loaded.byTeam(2, pair.isLed()))).isEqualTo(rows(driven));
    }

    @Test
    void everyHistoryIsAWalkInTimeThatEndsWhereTheOrderStands() throws SQLException {
        assertThat(loaded.pairs("""
                select o.id::text as name, o.number as def from service_order o
                where o.version <> (select count(*) from order_event e where e.order_id = o.id)
                  or exists (select from order_event e join order_event p on p.order_id = e.order_id
                    and p.version = e.prior_version where e.order_id = o.id and e.at < p.at)
                  or o.placed_at <> (select min(e.at) from order_event e where e.order_id = o.id)
                union all
                select w.volunteer_id || ' ' || w.week, '' from volunteer_week w
                where w.booked_minutes <> (
                  select sum(extract(epoch from s.ends - s.starts) / 60) from seat s
                  where s.volunteer_id = w.volunteer_id
                    and date_trunc('week', s.starts at time zone 'Asia/Shanghai')::date = w.week)
                union all
                select a.seat_id::text, '' from attendance a join seat s on s.id = a.seat_id
                where a.minutes not between 1 and 300 or a.volunteer_id <> s.volunteer_id
                """)).isEmpty();
    }

    @Test
    void whatIsSealedOpensForWhomItConcernsAndIsFound() throws SQLException {
        var order = loaded.past(1, false);
        var number = loaded.pairs("select id::text as name, number as def from service_order")
                .getOrDefault(order.value().toString(), "");
        var desk = county.center().actor();
        var found = house.the(OrderSearch.class)
                .find(desk, OrderSearchCriteria.ofWords(number), null)
                .orThrow();
        assertThat(found.hits())
                .singleElement()
                .satisfies(hit -> assertThat(hit.line().id()).isEqualTo(order));
        var requester = requester(order);
        var seen = house.the(OrderBook.class)
                .find(requester.actor(county.id()), order)
                .orElseThrow();
        assertThat(seen.need()).contains("，");
        assertThat(seen.recipient()).isEqualTo(requester.name());
        assertThat(seen.ratings())
                .hasSize(1)
                .allSatisfy(rating -> assertThat(rating.words()).isNotBlank());
        assertThat(house.the(OrderBook.class)
                        .contact(requester.actor(county.id()), order, null)
                        .orThrow()
                        .phone())
                .isEqualTo(requester.phone().digits());
    }

    /** Some days ago, when nobody of the past served any more. */
    private DoorLoop loop(int daysAgo, int seats, @Nullable Crew crew) {
        var from = LocalDate.ofInstant(house.the(AppClock.class).instant(), WorkingTime.ZONE)
                .minusDays(daysAgo)
                .atTime(LocalTime.of(10, 0))
                .atZone(WorkingTime.ZONE)
                .toInstant();
        var errand = Errand.in(county, resident, pair.first(seats), crew, pair.project(seats), from);
        return new DoorLoop(doors, errand, new Watch(), this::told);
    }

    /** What is told of a step is told at once, and of what is told one hears at the next look. */
    private void told() {
        house.the(OutboxWorker.class).work();
        house.the(OutboxWorker.class).work();
    }

    /** The week for the rating is over, and everybody has read what they were told. */
    private void swept() {
        var now = house.the(AppClock.class).instant();
        house.the(AppClock.class).at(now.plus(Duration.ofDays(8)), this::told);
        for (var who : people()) {
            var latest = house.the(Notices.class).latest(who, null);
            if (!latest.isEmpty()) {
                house.the(Notices.class).readAll(who, latest.getFirst().id()).orThrow();
            }
        }
    }

    private static List<Actor> people() {
        return Stream.of(
                        resident.person(),
                        pair.one().person(),
                        pair.other().person(),
                        pair.crew().leader().person())
                .distinct()
                .map(person -> Actor.withoutPosts(county.id(), person))
                .toList();
    }

    private static List<String> rows(OrderId order) throws SQLException {
        try (var database = house.asOwner()) {
            return new LeftRows(database).of(order);
        }
    }

    private static Resident requester(OrderId order) throws SQLException {
        var person = loaded.pairs("select id::text as name, requester_id::text as def from service_order")
                .get(order.value().toString());
        return county.residents().stream()
                .filter(each -> each.person().value().toString().equals(person))
                .findFirst()
                .orElseThrow();
    }
}
