package feiyan.orders;

import feiyan.menu.Menu;
import feiyan.menu.ProjectId;
import feiyan.platform.CountyId;
import feiyan.platform.Ids;
import feiyan.platform.Outcome;
import feiyan.platform.Transactions;
import feiyan.units.Actor;
import feiyan.units.UnitId;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Like needs served together: three elders, one opera. Each child keeps its requester and its own rating; the parent's
 * fate reaches the children in the same transaction.
 */
@Service
public class GroupOrders {

    private final Transactions transactions;
    private final OrderMoves moves;
    private final OrderRows rows;
    private final HeldOrders held;
    private final Placing placing;
    private final OrderClock clock;
    private final Menu menu;
    private final Handlers handlers;
    private final JdbcClient jdbc;
    private final InstantSource time;

    GroupOrders(
            Transactions transactions,
            OrderMoves moves,
            OrderRows rows,
            HeldOrders held,
            Placing placing,
            OrderClock clock,
            Menu menu,
            Handlers handlers,
            JdbcClient jdbc,
            InstantSource time) {
        this.transactions = transactions;
        this.moves = moves;
        this.rows = rows;
        this.held = held;
        this.placing = placing;
        this.clock = clock;
        this.menu = menu;
        this.handlers = handlers;
        this.jdbc = jdbc;
        this.time = time;
    }

    /** Opens a parent at the unit, approved from the start; children are merged into it one by one. */
    public Outcome<OrderId> group(Actor actor, UnitId unit, ProjectId projectId, Slot window) {
        return transactions.write(() -> {
            var project = menu.find(actor.county(), projectId);
            if (project.isEmpty()) {
                return Outcome.refused("order.no_such_project");
            }
            if (!handlers.isStaffOf(actor, unit)) {
                return Outcome.refused("order.not_yours", Verb.GROUP.code());
            }
            var now = time.instant();
            var id = new OrderId(Ids.next());
            var facts = new OrderFacts(
                    actor.county(), id, 1, unit, unit, projectId, project.get().headcount(), null, 0, false);
            var order = new Order.Approved(facts);
            var row =
                    new Placing.NewRow(unit, project.get(), null, Channel.GROUP, null, window, false, null, null, null);
            var due = clock.dueWhenCreated(order, Verb.GROUP, false, now);
            if (!placing.row(order, Verb.GROUP, row, actor.person().value(), now, due)) {
                return Outcome.refused("order.no_such_station");
            }
            moves.tell(State.NEW, order, Verb.GROUP, now, actor.person());
            return Outcome.done(id);
        });
    }

    /** Merges a child into a parent that still waits to be dispatched. */
    public Outcome<OrderId> merge(Actor actor, OrderId child, int seen, OrderId parent) {
        return transactions.write(() -> isOpenParent(actor.county(), parent) && isInCharge(actor, parent)
                ? moves.byPerson(actor, child, seen, null, order -> mergeInto(parent, order))
                        .map(stored -> stored.facts().id())
                : Outcome.refused("order.no_such_group"));
    }

    private static Outcome<Command> mergeInto(OrderId parent, Stored child) {
        return child.groupOrder()
                ? Outcome.refused("order.merge_with_itself")
                : Outcome.done(new Command.Merge(parent));
    }

    /** Takes a child out again; it is reviewed anew. */
    public Outcome<OrderId> split(Actor actor, OrderId child, int seen) {
        return transactions.write(
                () -> moves.byPerson(actor, child, seen, null, order -> Outcome.done(new Command.Split()))
                        .map(stored -> stored.facts().id()));
    }

    /** Nobody puts a child into another unit's group. */
    private boolean isInCharge(Actor actor, OrderId parent) {
        return rows.find(actor, parent)
                .filter(found -> found.relations().contains(Relation.IN_CHARGE))
                .isPresent();
    }

    /** Locks the parent's row, so that it cannot be served while a child is on its way in. */
    private boolean isOpenParent(CountyId county, OrderId parent) {
        return jdbc.sql("""
                select 1 from service_order
                where county_id = :county and id = :id and channel = 'GROUP' and state = any('{APPROVED,OFFERED,ACCEPTED}')
                for update
                """)
                .param("county", county.value())
                .param("id", parent.value())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** The parent's fate reaches its children; a parent closes with its last child. */
    @EventListener
    void follow(OrderMoved moved) {
        switch (moved.to()) {
            case SERVED -> children(moved, State.MERGED, new Command.ServedByGroup());
            case REFUSED, CANCELLED -> {
                children(moved, State.MERGED, new Command.Split());
                closeWithLastChild(moved);
            }
            case CLOSED -> closeWithLastChild(moved);
            case NEW, SUBMITTED, RETURNED, APPROVED, OFFERED, ACCEPTED, IN_SERVICE, MERGED -> {}
        }
    }

    private void children(OrderMoved parent, State state, Command command) {
        byState(parent.county(), parent.order(), state)
                .forEach(child -> moves.byRule(parent.county(), child, parent.actor(), order -> Outcome.done(command))
                        .orThrow());
    }

    /** Held, so that none moves between being found and being taken along. */
    private List<OrderId> byState(CountyId county, OrderId parent, State state) {
        if (held.first(county, parent).filter(it -> !it.groupOrder()).isPresent()) {
            return List.of();
        }
        return jdbc.sql("""
                select id from service_order
                where county_id = :county and parent_id = :parent and state = :state order by id for update
                """)
                .param("county", county.value())
                .param("parent", parent.value())
                .param("state", state.name())
                .query((row, number) -> new OrderId(row.getObject("id", UUID.class)))
                .list();
    }

    /** The parent is held first: of two last children that close at once, the second sees the first. */
    private void closeWithLastChild(OrderMoved child) {
        Optional.ofNullable(child.parent())
                .filter(parent -> isServed(child.county(), parent))
                .filter(parent -> isLast(child.county(), parent))
                .ifPresent(parent -> moves.byRule(
                                child.county(),
                                parent,
                                child.actor(),
                                order -> Outcome.done(new Command.CloseUnrated()))
                        .orThrow());
    }

    private boolean isServed(CountyId county, OrderId order) {
        return jdbc.sql("""
                select id from service_order
                where county_id = :county and id = :order and state = 'SERVED' for update
                """)
                .param("county", county.value())
                .param("order", order.value())
                .query(UUID.class)
                .optional()
                .isPresent();
    }

    private boolean isLast(CountyId county, OrderId parent) {
        return jdbc.sql("""
                select not exists (
                  select 1 from service_order s
                  where s.county_id = :county and s.parent_id = :parent
                    and s.state <> all('{CLOSED,CANCELLED,REFUSED}'))
                """)
                .param("county", county.value())
                .param("parent", parent.value())
                .query(Boolean.class)
                .single();
    }
}
