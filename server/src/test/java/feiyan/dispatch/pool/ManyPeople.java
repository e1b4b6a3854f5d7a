package feiyan.dispatch.pool;

import feiyan.cast.Village;
import feiyan.platform.DbTime;
import feiyan.platform.Outcome;
import feiyan.platform.Transactions;
import feiyan.units.NewUnit;
import feiyan.units.UnitChanges;
import feiyan.units.UnitId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A county's worth of volunteers, with half a year of offers and services, written as the doors would write them: the
 * rows alone, since only they are read.
 */
final class ManyPeople {

    private static final int INSTITUTES = 12;
    private static final int STATIONS_EACH = 5;

    private final Village village;
    private final JdbcClient jdbc;
    private final Instant now;

    ManyPeople(Village village, Instant now) {
        this.village = village;
        this.jdbc = village.the(JdbcClient.class);
        this.now = now;
    }

    void live(int volunteers, int services) {
        var stations = stations();
        village.the(Transactions.class)
                .write(() -> {
                    people(volunteers, stations);
                    skills(volunteers);
                    orders(services, volunteers);
                    offers("s", services, services, volunteers, "ACCEPTED", "accept");
                    seats(services, volunteers);
                    offers("f", 3 * services, services, volunteers, "DECLINED", "decline");
                    return Outcome.done(volunteers);
                })
                .orThrow();
        analyse();
    }

    private List<UnitId> stations() {
        var units = village.the(UnitChanges.class);
        var stations = new ArrayList<UnitId>();
        for (int town = 0; town < INSTITUTES; town++) {
            var institute = units.open(village.administrator, village.center, NewUnit.named("Town " + town))
                    .orThrow();
            for (int one = 0; one < STATIONS_EACH; one++) {
                stations.add(units.open(village.administrator, institute, NewUnit.named("Village " + town + "." + one))
                        .orThrow());
            }
        }
        return stations;
    }

    /** The id of the n-th is the checksum of n. */
    private void people(int volunteers, List<UnitId> stations) {
        jdbc.sql("""
                insert into person (county_id, id, name, created_at)
                select :county, md5('p' || n)::uuid, 'Volunteer ' || n, :now from generate_series(1, :many) n
                """)
                .param("county", village.county.value())
                .param("now", DbTime.of(now))
                .param("many", volunteers)
                .update();
        jdbc.sql("""
                insert into volunteer (county_id, person_id, number, unit_id, latitude, longitude, radius_metres,
                  weekly_limit_minutes, free_hours, born_year, joined_at)
                select :county, md5('p' || n)::uuid, lpad(n::text, 12, '0'), (:stations::uuid[])[1 + n % :units],
                  34.4 + (('x' || substr(md5('lat' || n), 1, 4))::bit(16)::int % 200) * 0.002,
                  118.1 + (('x' || substr(md5('lon' || n), 1, 4))::bit(16)::int % 250) * 0.002,
                  2000 + n % 13 * 1000, 300 + n % 7 * 60,
                  (('x' || repeat(md5('h' || n % 997), 2))::bit(256) | ('x' || repeat(md5('g' || n % 991), 2))::bit(256))::bit(168),
                  1950 + n % 55, :now
                from generate_series(1, :many) n
                """)
                .param("county", village.county.value())
                .param("stations", stations.stream().map(UnitId::value).toArray(UUID[]::new))
                .param("units", stations.size())
                .param("now", DbTime.of(now))
                .param("many", volunteers)
                .update();
    }

    /** One in twenty cuts hair; two other skills of seventy each. */
    private void skills(int volunteers) {
        jdbc.sql("""
                insert into volunteer_skill (county_id, skill, person_id)
                select :county, k.skill, md5('p' || n)::uuid
                from generate_series(1, :many) n
                cross join lateral (
                  select :skill as skill where n % 20 = 0
                  union select 'skill ' || n % 70
                  union select 'skill ' || (n / 7) % 70) k
                """)
                .param("county", village.county.value())
                .param("skill", Village.SKILL)
                .param("many", volunteers)
                .update();
    }

    private void orders(int services, int volunteers) {
        jdbc.sql("""
                with made as (
                  insert into service_order (county_id, id, version, state, number, unit_id, station_id, channel,
                    requester_id, placed_by, headcount, duration_minutes, window_from, window_to, placed_at)
                  select :county, md5('o' || n)::uuid, 1, 'SUBMITTED', 'M' || n, :station, :station, 'PHONE_PAGE',
                    md5('p' || 1 + n % :volunteers)::uuid, :person, 1, 60, :now, :now + interval '1 day', :now
                  from generate_series(1, :many) n
                  returning county_id, id, unit_id, placed_at)
                insert into order_event (county_id, order_id, version, from_state, command, to_state, at, unit_id)
                select county_id, id, 1, 'NEW', 'place', 'SUBMITTED', placed_at, unit_id from made
                """)
                .param("county", village.county.value())
                .param("station", village.station.value())
                .param("volunteers", volunteers)
                .param("person", village.clerk.person().value())
                .param("now", DbTime.of(now))
                .param("many", services)
                .update();
    }

    private void seats(int services, int volunteers) {
        jdbc.sql("""
                with made as (
                  insert into seat (county_id, id, version, state, order_id, place, volunteer_id, offer_id, starts, ends,
                    taken_at)
                  select :county, md5('seat' || n)::uuid, 3, 'SERVED', md5('o' || n)::uuid, 1,
                    md5('p' || 1 + n % :volunteers)::uuid, md5('s' || n)::uuid, t.at, t.at + interval '1 hour', t.at
                  from generate_series(1, :many) n
                  cross join lateral (select :now::timestamptz - n % 170 * interval '1 day' - interval '3 hours' as at) t
                  returning county_id, id, taken_at)
                insert into seat_event (county_id, seat_id, version, from_state, command, to_state, at)
                select m.county_id, m.id, e.version, e.from_state, e.command, e.to_state, m.taken_at
                from made m cross join (values (1, 'NEW', 'take', 'TAKEN'), (2, 'TAKEN', 'check_in', 'PRESENT'),
                  (3, 'PRESENT', 'check_out', 'SERVED')) e (version, from_state, command, to_state)
                """)
                .param("county", village.county.value())
                .param("volunteers", volunteers)
                .param("now", DbTime.of(now))
                .param("many", services)
                .update();
    }

    private void offers(String mark, int offers, int orders, int volunteers, String state, String command) {
        jdbc.sql("""
                with made as (
                  insert into offer (county_id, id, version, state, order_id, volunteer_id, proposed_from, proposed_to,
                    deadline, made_at)
                  select :county, md5(:mark || n)::uuid, 2, :state, md5('o' || 1 + n % :orders)::uuid,
                    md5('p' || 1 + (n * 7) % :volunteers)::uuid, :now, :now + interval '1 hour', :now,
                    :now::timestamptz - n % 170 * interval '1 day' - interval '5 hours'
                  from generate_series(1, :many) n
                  returning county_id, id, made_at)
                insert into offer_event (county_id, offer_id, version, from_state, command, to_state, at)
                select m.county_id, m.id, e.version, e.from_state, e.command, e.to_state,
                  m.made_at + e.version * interval '20 minutes'
                from made m cross join lateral (values (1, 'NEW', 'make', 'OPEN'), (2, 'OPEN', :command, :state))
                  e (version, from_state, command, to_state)
                """)
                .param("county", village.county.value())
                .param("mark", mark)
                .param("state", state)
                .param("command", command)
                .param("orders", orders)
                .param("volunteers", volunteers)
                .param("now", DbTime.of(now))
                .param("many", offers)
                .update();
    }

    /** As autovacuum does; the application's own role may not. */
    private void analyse() {
        village.the(Transactions.class)
                .write(() -> {
                    jdbc.sql("set local role none").update();
                    return Outcome.done(jdbc.sql(
                                    "analyze person, volunteer, volunteer_skill, offer, offer_event, seat, service_order")
                            .update());
                })
                .orThrow();
    }
}
