package feiyan.loop.walk;

import feiyan.accounts.PersonId;
import feiyan.accounts.Phone;
import feiyan.orders.Channel;
import feiyan.orders.CounterOrders;
import feiyan.orders.CounterOrders.Step;
import feiyan.orders.CounterOrders.Who;
import feiyan.orders.GroupOrders;
import feiyan.orders.NewOrder;
import feiyan.orders.OnBehalf;
import feiyan.orders.OrderId;
import feiyan.orders.Orders;
import feiyan.orders.Slot;
import feiyan.platform.Ids;
import feiyan.platform.Outcome;
import feiyan.units.Actor;
import feiyan.units.CoarsePosition;
import feiyan.units.UnitId;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How a need comes in, by each way there is. */
final class PlacingKinds {

    /** Twenty minutes away. */
    private static final CoarsePosition MILL = new CoarsePosition(34.65, 118.40);

    private PlacingKinds() {}

    static List<Kind> all() {
        return List.of(
                Kind.of("place.page", "NEW:4", PlacingKinds::onThePage),
                Kind.of("place.desk", "NEW:2", PlacingKinds::atTheDesk),
                Kind.of("place.swallow", "NEW:2", PlacingKinds::atTheDoor),
                Kind.of("place.counter", "NEW:2", PlacingKinds::counter),
                Kind.of("place.group", "NEW:1", PlacingKinds::group));
    }

    /**
     * By the household itself, or whoever it allowed to order, which may change meanwhile; now and then by an id that
     * the other county knows, too.
     */
    private static Outcome<?> onThePage(Turn turn) {
        var household = turn.one(turn.town().households());
        var actor = turn.by(turn.luck(0.7) ? List.of(household) : turn.town().children());
        var station = Objects.requireNonNull(turn.town().homes().get(household.person()));
        var need = need(turn, household.person(), Channel.PHONE_PAGE, station, null);
        return turn.placed(turn.the(Orders.class).place(actor, id(turn), need));
    }

    private static Outcome<?> atTheDesk(Turn turn) {
        var station = turn.one(turn.town().stations());
        var actor = turn.alone(turn.town().over(station));
        var channel = turn.one(List.of(Channel.COUNTER, Channel.TELEPHONE));
        var need = need(turn, household(turn), channel, station, OnBehalf.SPOKEN);
        return turn.placed(turn.the(Orders.class).place(actor, id(turn), need));
    }

    private static Outcome<?> atTheDoor(Turn turn) {
        var station = turn.one(turn.town().stations());
        var actor = turn.alone(neighbours(turn, station));
        var need = need(turn, household(turn), Channel.SWALLOW, station, OnBehalf.SPOKEN);
        return turn.placed(turn.the(Orders.class).place(actor, id(turn), need));
    }

    private static List<Actor> neighbours(Turn turn, UnitId station) {
        return turn.town().helpers().stream()
                .filter(helper -> station.equals(turn.town().homes().get(helper.person())))
                .toList();
    }

    /** Somebody known, or somebody who never was here; left on the desk, approved or settled at once. */
    private static Outcome<?> counter(Turn turn) {
        var station = turn.one(turn.town().stations());
        var actor = turn.alone(turn.town().over(station));
        var step = turn.one(List.of(Step.values()));
        return turn.placed(turn.the(CounterOrders.class)
                .place(
                        actor,
                        id(turn),
                        who(turn),
                        person -> need(turn, person, Channel.COUNTER, station, OnBehalf.WRITTEN),
                        step,
                        turn.luck(0.9) ? "She has it already." : " "));
    }

    private static Who who(Turn turn) {
        if (turn.luck(0.7)) {
            return new Who.Known(household(turn));
        }
        var phone = Phone.parse("135%08d".formatted(turn.dice().nextInt(200))).orThrow();
        return new Who.Newcomer("Newcomer", turn.luck(0.5) ? null : phone);
    }

    private static Outcome<?> group(Turn turn) {
        var unit = turn.one(List.copyOf(turn.town().up().keySet()));
        var actor = turn.alone(turn.town().over(unit));
        turn.fresh(new OrderId(Ids.next()));
        return turn.placed(turn.the(GroupOrders.class)
                .group(actor, unit, turn.one(turn.town().projects()), shortly(turn)));
    }

    private static PersonId household(Turn turn) {
        return turn.one(turn.town().households()).person();
    }

    private static OrderId id(Turn turn) {
        var others = turn.world().hot(turn.world().other(turn.town()), turn.dice(), 1);
        return turn.fresh(others.isEmpty() || turn.luck(0.8) ? new OrderId(Ids.next()) : others.getFirst());
    }

    static NewOrder need(Turn turn, PersonId requester, Channel channel, UnitId station, @Nullable OnBehalf onBehalf) {
        return new NewOrder(
                requester,
                channel,
                station,
                turn.luck(0.2) ? null : turn.one(turn.town().projects()),
                turn.luck(0.98) ? "Her hair has grown long" : "x".repeat(501),
                "Wang Xiulan",
                "13800000000",
                "No. 3, by the well",
                turn.luck(0.5) ? Settling.SQUARE : MILL,
                window(turn),
                turn.luck(0.15),
                onBehalf,
                turn.luck(0.1) ? turn.one(turn.town().helpers()).person() : null);
    }

    /** One afternoon, as a group meets. */
    private static Slot shortly(Turn turn) {
        var from = Turn.quarter(turn.in(turn.dice().nextInt(12 * 60)));
        return new Slot(from, from.plus(Duration.ofMinutes(turn.dice().nextInt(90, 300))));
    }

    /** From soon on, for hours or days; now and then it is over already. */
    static Slot window(Turn turn) {
        var from = Turn.quarter(turn.in(turn.dice().nextInt(4 * 60)));
        var length = turn.luck(0.15)
                ? Duration.ofMinutes(turn.dice().nextInt(90, 600))
                : Duration.ofDays(turn.dice().nextInt(1, 4));
        return turn.luck(0.98)
                ? new Slot(from, from.plus(length))
                : new Slot(from.minus(Duration.ofDays(9)), turn.in(-60));
    }
}
