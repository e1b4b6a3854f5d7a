package feiyan.orders;

import feiyan.platform.CountyId;
import feiyan.platform.DbTime;
import feiyan.platform.OneLook;
import feiyan.units.Actor;
import feiyan.units.Role;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The order's row: found only by whom it concerns, and moved only together with its event. */
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

    /** What a project brings with it, where the order had another. */
    private static final String PROJECT = """
            duration_minutes = coalesce((
              select p.duration_minutes from project p where p.county_id = :county and p.id = :project), duration_minutes),
            remote = coalesce((
              select p.mode = 'remote' from project p where p.county_id = :county and p.id = :project), remote),
            """;

    private static final String MOVED = """
            with moved as (
              update service_order set %s state = :to, version = :version, unit_id = :unit,
                dispatching_unit_id = :dispatching, project_id = :project, parent_id = :parent,
                reopened = :reopened, rated = :rated, due_at = :due, headcount = :headcount,
                agreed_from = case when :keepsAgreed then agreed_from else :agreedFrom end,
                agreed_to = case when :keepsAgreed then agreed_to else :agreedTo end,
                confidential = confidential or exists (
                  select 1 from project p where p.county_id = :county and p.id = :project and p.confidential)
              where county_id = :county and id = :id and version = :seen and state = :from
              returning county_id, id, version, unit_id)
            insert into order_event (
              county_id, order_id, version, from_state, command, to_state, at, actor_id, unit_id, reason)
            select county_id, id, version, :from, :command, :to, :now, :actor, unit_id, :reason from moved
            """;

    private static final String MOVE = MOVED.formatted("");
    private static final String MOVE_WITH_PROJECT = MOVED.formatted(PROJECT);

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

    /**
     * Moves the row and writes its event in one statement: history cannot be forgotten.
     *
     * @return false where somebody was faster; then nothing was written
     */
    boolean move(Order before, Order after, Command command, @Nullable UUID actor, Instant now, @Nullable Instant due) {
        var facts = after.facts();
        var agreed = agreed(after);
        var chosen = !Objects.equals(before.facts().project(), facts.project());
        return jdbc.sql(chosen ? MOVE_WITH_PROJECT : MOVE)
                        .param("county", facts.county().value())
                        .param("id", facts.id().value())
                        .param("seen", before.facts().version())
                        .param("version", facts.version())
                        .param("from", before.state().name())
                        .param("to", after.state().name())
                        .param("unit", facts.unit().value())
                        .param(
                                "dispatching",
                                facts.dispatching() == null
                                        ? null
                                        : facts.dispatching().value(),
                                Types.OTHER)
                        .param(
                                "project",
                                facts.project() == null ? null : facts.project().value(),
                                Types.OTHER)
                        .param(
                                "parent",
                                facts.parent() == null ? null : facts.parent().value(),
                                Types.OTHER)
                        .param("headcount", facts.headcount())
                        .param("reopened", facts.reopened())
                        .param("rated", facts.rated())
                        .param("keepsAgreed", keepsAgreed(after.state()))
                        .param(
                                "agreedFrom",
                                agreed == null ? null : DbTime.of(agreed.from()),
                                Types.TIMESTAMP_WITH_TIMEZONE)
                        .param(
                                "agreedTo",
                                agreed == null ? null : DbTime.of(agreed.to()),
                                Types.TIMESTAMP_WITH_TIMEZONE)
                        .param("due", due == null ? null : DbTime.of(due), Types.TIMESTAMP_WITH_TIMEZONE)
                        .param("command", command.verb().code())
                        .param("now", DbTime.of(now))
                        .param("actor", actor, Types.OTHER)
                        .param("reason", command.reason())
                        .update()
                == 1;
    }

    /** The time agreed, of the states that have one to come. */
    private static @Nullable Slot agreed(Order order) {
        return switch (order) {
            case Order.Accepted it -> it.agreed();
            case Order.InService it -> it.agreed();
            case Order.Unplaced _, Order.Submitted _, Order.Returned _, Order.Approved _, Order.Offered _ -> null;
            case Order.Served _, Order.Closed _, Order.Merged _, Order.Refused _, Order.Cancelled _ -> null;
        };
    }

    /** What is over keeps the time at which it was, or was to be. */
    private static boolean keepsAgreed(State state) {
        return state == State.SERVED || state.isOver();
    }
}
