package feiyan.orders;

import feiyan.menu.ProjectId;
import feiyan.platform.Outcome;
import feiyan.platform.Transactions;
import feiyan.units.Actor;
import feiyan.units.UnitId;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/**
 * Puts several marked orders together in one go, into a new group or one that is open: all of them or none, so that
 * nobody is left behind because somebody else was faster with another.
 */
@Service
public class Merging {

    private static final int FEWEST = 2;

    private final Transactions transactions;
    private final OrderMoves moves;
    private final GroupOrders groups;
    private final GroupBook book;
    private final Handlers handlers;
    private final InstantSource time;

    Merging(
            Transactions transactions,
            OrderMoves moves,
            GroupOrders groups,
            GroupBook book,
            Handlers handlers,
            InstantSource time) {
        this.transactions = transactions;
        this.moves = moves;
        this.groups = groups;
        this.book = book;
        this.handlers = handlers;
        this.time = time;
    }

    /**
     * A new group, for the time that suits all of them.
     *
     * @param seen the orders, each with the version on the screen
     */
    public Outcome<OrderId> together(Actor actor, Map<OrderId, Integer> seen) {
        return transactions.write(() -> marked(actor, seen).then(orders -> {
            if (orders.size() < FEWEST) {
                return Outcome.refused("group.too_few");
            }
            var common = CommonTime.of(orders, time.instant());
            if (common.slot() == null || !common.apart().isEmpty()) {
                return Outcome.refused("group.no_common_time", numbers(common.apart()));
            }
            return opened(actor, orders, common.slot()).then(group -> joined(actor, orders, seen, group));
        }));
    }

    /** Into a group that is open, where its time suits each of them. */
    public Outcome<OrderId> into(Actor actor, OrderId id, Map<OrderId, Integer> seen) {
        return transactions.write(() -> marked(actor, seen).then(orders -> {
            var group = book.find(actor, id);
            if (group.isEmpty()) {
                return Outcome.refused("order.no_such_group");
            }
            if (orders.stream().anyMatch(order -> isOther(order, group.get().project()))) {
                return Outcome.refused("group.different");
            }
            var apart = orders.stream()
                    .filter(order -> !group.get().suits(order.window()))
                    .toList();
            return apart.isEmpty()
                    ? joined(actor, orders, seen, id)
                    : Outcome.refused("group.no_common_time", numbers(apart));
        }));
    }

    /**
     * Takes a child out again; it is reviewed anew.
     *
     * @param why the child's requester reads it
     */
    public Outcome<OrderId> apart(Actor actor, OrderId child, int seen, String why) {
        return why.isBlank()
                ? Outcome.refused("group.say_why_apart")
                : transactions.write(
                        () -> moves.byPerson(actor, child, seen, why, order -> Outcome.done(new Command.Split()))
                                .map(stored -> stored.facts().id()));
    }

    private Outcome<List<GroupChild>> marked(Actor actor, Map<OrderId, Integer> seen) {
        var orders = book.marked(actor, seen.keySet());
        return orders.isEmpty() || orders.size() < seen.size()
                ? Outcome.refused("group.not_all_here")
                : Outcome.done(orders);
    }

    private Outcome<OrderId> opened(Actor actor, List<GroupChild> orders, Slot slot) {
        var projects = orders.stream()
                .map(GroupChild::project)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        if (projects.size() != 1) {
            return Outcome.refused("group.different");
        }
        return unit(actor, orders)
                .map(unit -> groups.group(actor, unit, projects.getFirst(), slot))
                .orElseGet(() -> Outcome.refused("group.different_units"));
    }

    /** Where the group is to stand: the one unit of the actor's that all of them lie with. */
    private Optional<UnitId> unit(Actor actor, List<GroupChild> orders) {
        var units = orders.stream()
                .map(GroupChild::unit)
                .distinct()
                .flatMap(unit -> handlers.approver(actor, unit).stream())
                .distinct()
                .toList();
        return units.size() == 1 ? Optional.of(units.getFirst()) : Optional.empty();
    }

    private Outcome<OrderId> joined(Actor actor, List<GroupChild> orders, Map<OrderId, Integer> seen, OrderId group) {
        Outcome<OrderId> last = Outcome.done(group);
        for (var order : orders) {
            int version = Objects.requireNonNull(seen.get(order.id()));
            last = last.then(done -> groups.merge(actor, order.id(), version, group));
        }
        return last.map(done -> group);
    }

    private static boolean isOther(GroupChild order, ProjectId project) {
        return order.project() != null && !order.project().equals(project);
    }

    private static String numbers(List<GroupChild> orders) {
        return orders.stream().map(GroupChild::number).collect(Collectors.joining(", "));
    }
}
