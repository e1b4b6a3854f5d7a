package feiyan.orders;

import feiyan.accounts.PersonId;
import feiyan.platform.CountyId;
import feiyan.platform.DbTime;
import feiyan.platform.OneLook;
import feiyan.units.Actor;
import feiyan.units.Role;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Orders as dispatch and attendance read them, and the lock under which they change who serves. */
@Service
public class ServiceSheets {

    static final String SHEET = """
            select o.id, o.version, o.state, o.number, o.unit_id, o.station_id, o.dispatching_unit_id, o.project_id,
              o.headcount, o.duration_minutes, o.urgent, o.remote, o.confidential, o.latitude, o.longitude,
              o.window_from, o.window_to, o.agreed_from, o.agreed_to, o.named_id, (
                select d.part from order_day_part d where d.county_id = :county and d.order_id = o.id) as part
            from service_order o where o.county_id = :county and\s""";

    /** The sheet's columns and the order's. */
    private static final String HELD = """
             as relations, o.latitude, o.longitude, (
                select d.part from order_day_part d where d.county_id = :county and d.order_id = o.id) as part
            from service_order o where o.county_id = :county and o.id = (%s) for no key update of o
            """;

    static final String HELD_UNREAD = "select " + OrderRows.COLUMNS + ", array[]::text[]" + HELD;
    private static final String HELD_BY_RULE = HELD_UNREAD.formatted(":id");
    private static final String HELD_BY_SOMEBODY = "select " + OrderRows.COLUMNS + ", " + OrderHistory.WAITS_SINCE
            + " as waits_since, " + OrderRows.RELATIONS + HELD.formatted(":id");

    /** The sheet of who is in charge of the order. */
    private static final String IN_CHARGE =
            "select * from (select " + OrderRows.COLUMNS + ", " + OrderRows.RELATIONS + """
            as relations, o.latitude, o.longitude, (
                select d.part from order_day_part d where d.county_id = :county and d.order_id = o.id) as part
            from service_order o where o.county_id = :county and o.id = :id) found
            where county_id = :county and 'IN_CHARGE' = any(relations)
            """;

    private final JdbcClient jdbc;
    private final HeldOrders held;

    ServiceSheets(JdbcClient jdbc, HeldOrders held) {
        this.jdbc = jdbc;
        this.held = held;
    }

    public Optional<ServiceSheet> find(CountyId county, OrderId id) {
        return OneLook.once(List.of("service sheet", county, id), () -> read(county, id));
    }

    private Optional<ServiceSheet> read(CountyId county, OrderId id) {
        return jdbc.sql(SHEET + "o.id = :id")
                .param("county", county.value())
                .param("id", id.value())
                .query(SheetMapper::map)
                .optional();
    }

    public List<ServiceSheet> find(CountyId county, Collection<OrderId> ids) {
        return OneLook.once(List.of("service sheets", county, Set.copyOf(ids)), () -> read(county, ids));
    }

    /** A list within a list, or PostgreSQL would plan anew each time for how many there are. */
    private List<ServiceSheet> read(CountyId county, Collection<OrderId> ids) {
        return jdbc.sql(SHEET + "o.id = any(array(select unnest(:ids)))")
                .param("county", county.value())
                .param("ids", ids.stream().map(OrderId::value).distinct().toArray(UUID[]::new))
                .query(SheetMapper::map)
                .list();
    }

    /** What who has just moved it is told, without reading it again. */
    public Optional<OrderStage> stage(CountyId county, OrderId id) {
        return held.stage(county, id)
                .or(() -> find(county, id).map(sheet -> new OrderStage(sheet.state(), sheet.version())));
    }

    /** Whether one of them asked for it or wrote it down: nobody serves what they ordered themselves. */
    public boolean isOrderOf(CountyId county, OrderId order, Collection<PersonId> people) {
        return held.first(county, order)
                .map(it -> people.contains(it.placedBy())
                        || Optional.ofNullable(it.requester())
                                .filter(people::contains)
                                .isPresent())
                .orElseGet(() -> isOrderOfAny(county, order, people));
    }

    private boolean isOrderOfAny(CountyId county, OrderId order, Collection<PersonId> people) {
        return jdbc.sql("""
                select exists (
                  select 1 from service_order o
                  where o.county_id = :county and o.id = :id
                    and (o.requester_id = any(:people) or o.placed_by = any(:people)))
                """)
                .param("county", county.value())
                .param("id", order.value())
                .param("people", people.stream().map(PersonId::value).toArray(UUID[]::new))
                .query(Boolean.class)
                .single();
    }

    /** For staff in charge of the order; empty for everybody else. */
    public Optional<ServiceSheet> inCharge(Actor actor, OrderId id) {
        return jdbc.sql(IN_CHARGE)
                .param("county", actor.county().value())
                .param("id", id.value())
                .param("person", actor.person().value())
                .param("units", actor.unitsAs(Role.CLERK, Role.DISPATCHER))
                .query(SheetMapper::map)
                .optional();
    }

    /**
     * Holds the order until the transaction ends. Whoever changes its offers or seats takes this lock first, before any
     * offer, seat or week: two who want the last seat come one after the other, and nobody waits in a circle.
     */
    public Optional<ServiceSheet> hold(CountyId county, OrderId id) {
        return held(byRule(HELD_BY_RULE, county, id), null);
    }

    /** As {@link #hold}, by a row of the caller's own: what else that row says is read afterwards. */
    public Optional<ServiceSheet> hold(Actor actor, OrderOf found, UUID row) {
        return held(
                jdbc.sql(found.held())
                        .param("county", actor.county().value())
                        .param("row", row)
                        .param("person", actor.person().value()),
                null);
    }

    /** As {@link #hold}, unless somebody else holds it already: for jobs that instances share. */
    public Optional<ServiceSheet> holdIfFree(CountyId county, OrderId id) {
        return held(byRule(HELD_BY_RULE + "skip locked", county, id), null);
    }

    /** As {@link #hold}, by the one read with how the actor stands to it: for a command that is judged by that. */
    public Optional<ServiceSheet> hold(Actor actor, OrderId id) {
        return held.sheet(actor, id)
                .or(() -> held(OrderRows.as(actor, byRule(HELD_BY_SOMEBODY, actor.county(), id)), actor));
    }

    /** As {@link #inCharge}, and held where there is a transaction: the door behind need not read it again. */
    public Optional<ServiceSheet> holdInCharge(Actor actor, OrderId id) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            return inCharge(actor, id);
        }
        return hold(actor, id)
                .filter(sheet ->
                        held.first(actor.county(), id).orElseThrow().relations().contains(Relation.IN_CHARGE));
    }

    /** Whether this transaction holds it. */
    public boolean holds(CountyId county, OrderId id) {
        return held.first(county, id).isPresent();
    }

    private JdbcClient.StatementSpec byRule(String sql, CountyId county, OrderId id) {
        return jdbc.sql(sql).param("county", county.value()).param("id", id.value());
    }

    private Optional<ServiceSheet> held(JdbcClient.StatementSpec asked, @Nullable Actor reader) {
        return asked.query((row, number) -> {
                    var sheet = SheetMapper.map(row, number);
                    var waitsSince = reader == null ? null : DbTime.readNullable(row, "waits_since");
                    held.hold(StoredMapper.map(row, number), sheet, reader, waitsSince);
                    return sheet;
                })
                .optional();
    }
}
