package feiyan.orders;

import feiyan.platform.CountyId;
import feiyan.platform.OneLook;
import feiyan.units.Actor;
import feiyan.units.Role;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The order's row: found only by whom it concerns. {@link OrderStepRows} moves it. */
@Repository
class OrderRows {

    static final String COLUMNS = """
            o.county_id, o.id, o.version, o.state, o.number, o.unit_id, o.station_id, o.dispatching_unit_id, \
            o.project_id, o.headcount, o.parent_id, o.reopened, o.rated, o.requester_id, o.placed_by, o.channel, \
            o.window_from, o.window_to, o.duration_minutes, o.agreed_from, o.agreed_to, o.urgent, o.confidential, \
            o.placed_at, o.due_at, o.remote, o.consent, o.named_id
            """;

    /**
     * How :person, with clerk's or dispatcher's posts at :units, stands to order o: an array of {@link Relation}s. A
     * confidential order is in charge of its handlers alone.
     */
    static final String RELATIONS = """
            array_remove(array[
              case when o.requester_id = :person then 'REQUESTER'
                when o.placed_by = :person and o.channel = 'SWALLOW' and not o.confidential then 'PROXY' end,
              case when not o.confidential and exists (
                  select 1 from order_follower f
                  where f.county_id = :county and f.parent_id = o.requester_id and f.follower_id = :person
                    and f.withdrawn_at is null)
                then 'FOLLOWER' end,
              case when o.unit_id = any(:units) or o.dispatching_unit_id = any(:units) then 'HANDLER' end,
              case when exists (
                  select 1 from unit_within w
                  where w.county_id = :county and w.unit_id = o.unit_id and w.ancestor_id = any(:units)
                    and (not o.confidential or w.distance = 0))
                then 'IN_CHARGE' end,
              case when exists (
                  select 1 from order_event e join unit_within w on w.county_id = e.county_id and w.unit_id = e.unit_id
                  where e.county_id = :county and w.county_id = :county and e.order_id = o.id
                    and w.ancestor_id = any(:units))
                then 'PATH' end]
              || array(
                  select p.part from order_party p
                  where p.county_id = :county and p.order_id = o.id and p.person_id = :person),
              null)
            """;

    private static final String SEEN = "select * from (select " + COLUMNS + ", " + RELATIONS + """
             as relations
            from service_order o where o.county_id = :county and o.id = :id) found
            where county_id = :county and cardinality(relations) > 0
              and (not confidential or relations <> array['PATH'])
            """;

    private final JdbcClient jdbc;

    OrderRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Empty where there is none, and just so where the actor has nothing to do with it. */
    Optional<Stored> find(Actor actor, OrderId id) {
        return OneLook.once(List.of("order", actor, id), () -> read(actor, id));
    }

    private Optional<Stored> read(Actor actor, OrderId id) {
        return as(actor, jdbc.sql(SEEN).param("county", actor.county().value()).param("id", id.value()))
                .query(StoredMapper::map)
                .optional();
    }

    /** Whom {@link #RELATIONS} asks about. */
    static JdbcClient.StatementSpec as(Actor actor, JdbcClient.StatementSpec asked) {
        return asked.param("person", actor.person().value()).param("units", actor.unitsAs(Role.CLERK, Role.DISPATCHER));
    }

    /** For the clock and for modules that have judged by their own rules; nobody's page. */
    Optional<Stored> find(CountyId county, OrderId id) {
        return jdbc.sql("select " + COLUMNS + """
                        , array[]::text[] as relations
                        from service_order o where o.county_id = :county and o.id = :id
                        """)
                .param("county", county.value())
                .param("id", id.value())
                .query(StoredMapper::map)
                .optional();
    }
}
