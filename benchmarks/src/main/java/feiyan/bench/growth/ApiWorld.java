package feiyan.bench.growth;

import feiyan.accounts.PersonId;
import feiyan.bench.county.BigCounty;
import feiyan.bench.county.House;
import feiyan.platform.AppClock;
import feiyan.units.Actor;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Who calls the API, and what of the county they ask for. */
final class ApiWorld {

    /** The first of those that are agreed are of the desk that the programs ask for. */
    private static final int OF_THE_STATION = 8;

    /** A weight that no county has, and no other trial: each turn another. */
    private static final int FROM_WAY = 1_207;

    /** In days: when somebody asks whether it could be instead. */
    private static final int PROPOSED = 4;

    private final BigCounty county;
    private final Scene scene;
    private final Map<String, String> known = new HashMap<>();

    /** @param turn each time another one */
    ApiWorld(House house, BigCounty county, Scene scene, int turn) {
        this.county = county;
        this.scene = scene;
        var accepted = scene.accepted.get(turn % OF_THE_STATION).value().toString();
        known.put("accepted", accepted);
        known.put("approved", scene.approved.getFirst().value().toString());
        known.put("center", county.center().unit().value().toString());
        known.put("area", scene.station.area());
        known.put("project", county.projects().getFirst().id().value().toString());
        known.put("team", county.crews().getFirst().id().value().toString());
        known.put("volunteer", scene.helper.person().value().toString());
        known.put("person", scene.resident.person().value().toString());
        known.put("setting", "clock.review_working_days");
        known.put("receiver", "http://127.0.0.1:9/");
        known.put("later", Scene.ten(house.the(AppClock.class), PROPOSED).toString());
        known.put("way", Integer.toString(FROM_WAY + turn));
        find(house, ofAgreed(accepted));
        find(house, ofThePast(scene.station.desk().unit().value()));
    }

    private static String ofAgreed(String order) {
        return """
                select 'offer', f.id::text from offer f where f.order_id = '%1$s'
                union all select 'seat', s.id::text from seat s where s.order_id = '%1$s'
                union all select 'helper', s.volunteer_id::text from seat s where s.order_id = '%1$s'
                union all (select 'plan', p.id::text from dispatch_plan p where p.state = 'READY' limit 1)
                union all (select 'line', l.number::text from plan_line l join dispatch_plan p on p.id = l.plan_id
                  where p.state = 'READY' limit 1)
                union all select 'waiting', o.requester_id::text from service_order o where o.id = '%1$s'
                """.formatted(order);
    }

    /** One that is over, of somebody who has neither complained nor begun to write anything. */
    private static String ofThePast(UUID station) {
        return """
                with it as (
                  select o.id, o.requester_id from service_order o
                  where o.station_id = '%s' and o.state = 'CLOSED'
                    and not exists (select 1 from complaint c where c.order_id = o.id)
                    and not exists (select 1 from order_draft d where d.person_id = o.requester_id)
                  order by o.id limit 1)
                select 'over', id::text from it union all select 'resident', requester_id::text from it
                """.formatted(station);
    }

    private void find(House house, String sql) {
        try (var database = house.asOwner();
                var statement = database.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                known.put(rows.getString(1), rows.getString(2));
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    ApiCalls calls(House house) {
        return new ApiCalls(house, programs(), known);
    }

    private Map<String, Actor> programs() {
        return Map.of(
                "resident", villager("resident"),
                "waiting", villager("waiting"),
                "helper", villager("helper"),
                "leader", county.crews().getFirst().leader().actor(county.id()),
                "desk", scene.station.desk().actor(),
                "center", county.center().actor(),
                "administrator", county.administrator());
    }

    private Actor villager(String name) {
        var id = UUID.fromString(known.getOrDefault(name, ""));
        return Actor.withoutPosts(county.id(), new PersonId(id));
    }
}
