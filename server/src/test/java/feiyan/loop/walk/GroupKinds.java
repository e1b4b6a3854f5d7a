package feiyan.loop.walk;

import feiyan.orders.GroupOrders;
import feiyan.orders.Merging;
import feiyan.orders.OrderId;
import feiyan.orders.State;
import feiyan.platform.Outcome;
import feiyan.units.Actor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Like needs put together and taken apart. */
final class GroupKinds {

    private GroupKinds() {}

    static List<Kind> all() {
        return List.of(
                Kind.of("group.merge", "SUBMITTED:3 APPROVED:2", GroupKinds::merge),
                Kind.of(
                        "group.split",
                        "MERGED:2",
                        turn -> turn.the(GroupOrders.class)
                                .split(turn.by(turn.town().inCharge(turn.order())), turn.id(), turn.seen())),
                Kind.of("merging.together", "SUBMITTED:2 APPROVED:1", GroupKinds::together),
                Kind.of("merging.into", "SUBMITTED:3 APPROVED:2", GroupKinds::into),
                Kind.of(
                        "merging.apart",
                        "MERGED:2",
                        turn -> turn.the(Merging.class)
                                .apart(
                                        turn.by(turn.town().inCharge(turn.order())),
                                        turn.id(),
                                        turn.seen(),
                                        turn.luck(0.9) ? "She would rather be alone." : " ")));
    }

    private static Outcome<?> merge(Turn turn) {
        var actor = turn.by(turn.town().inCharge(turn.order()));
        return turn.the(GroupOrders.class).merge(actor, turn.id(), turn.seen(), group(turn));
    }

    /** One that is on the desks now; or something that is none, perhaps itself. */
    private static OrderId group(Turn turn) {
        var hot = turn.looking().orders(turn.town().county(), turn.world().hot(turn.town(), turn.dice(), 20));
        var groups = hot.stream().filter(Facts::isGroup).map(Facts::id).toList();
        return groups.isEmpty() || turn.luck(0.05) ? turn.id() : turn.one(groups);
    }

    private static Outcome<?> together(Turn turn) {
        var marked = alike(turn);
        return turn.placed(turn.the(Merging.class).together(deskOfAll(turn), marked));
    }

    private static Outcome<?> into(Turn turn) {
        var group = suiting(turn);
        var marked = new LinkedHashMap<OrderId, Integer>();
        marked.put(turn.id(), turn.seen());
        return turn.the(Merging.class).into(deskOfAll(turn), group, marked);
    }

    /** One for the same, in a time that is within this one's; or any. */
    private static OrderId suiting(Turn turn) {
        var order = turn.order();
        return turn.looking().orders(turn.town().county(), turn.world().hot(turn.town(), turn.dice(), 40)).stream()
                .filter(other -> other.isGroup() && order.window().contains(other.window()))
                .filter(other -> order.project() == null || order.project().equals(other.project()))
                .map(Facts::id)
                .findFirst()
                .orElseGet(() -> group(turn));
    }

    private static Actor deskOfAll(Turn turn) {
        return turn.by(turn.town().inCharge(turn.order()));
    }

    /** This one and others on the desks that want the same. */
    private static Map<OrderId, Integer> alike(Turn turn) {
        var marked = new LinkedHashMap<OrderId, Integer>();
        marked.put(turn.id(), turn.seen());
        turn.looking().orders(turn.town().county(), turn.world().hot(turn.town(), turn.dice(), 20)).stream()
                .filter(other -> !other.isGroup())
                .filter(other -> other.state() == State.SUBMITTED || other.state() == State.APPROVED)
                .filter(other -> other.project() == null
                        || Objects.equals(other.project(), turn.order().project()))
                .limit(2)
                .forEach(other -> marked.putIfAbsent(other.id(), other.version()));
        return marked;
    }
}
