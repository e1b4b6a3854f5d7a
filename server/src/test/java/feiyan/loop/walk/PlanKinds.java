package feiyan.loop.walk;

import feiyan.dispatch.plan.PlanOffers;
import feiyan.loop.walk.PlanTable.Drawn;
import feiyan.platform.Outcome;
import feiyan.units.Actor;
import feiyan.units.Role;
import feiyan.units.UnitId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The one button: lines of the plan that stands for a unit are sent, whatever became of their orders meanwhile. */
final class PlanKinds {

    private PlanKinds() {}

    static List<Kind> all() {
        return List.of(Kind.of("plans.send", "APPROVED:2 OFFERED:1 ACCEPTED:1", PlanKinds::send));
    }

    private static Outcome<?> send(Turn turn) {
        var units = turn.town().above(turn.order().unit());
        var unit = turn.one(units);
        var dispatchers = dispatchers(turn.town(), unit);
        var plan = turn.luck(0.05)
                ? turn.world().plans().replaced(turn.town().county(), unit)
                : turn.luck(0.4) ? turn.world().plans().standing(turn.town().county(), unit) : drawn(turn, unit);
        var actor = turn.alone(dispatchers);
        int seen = turn.luck(0.9) ? plan.version() : 1;
        return turn.luck(0.2)
                ? turn.the(PlanOffers.class).sendAll(actor, plan.id(), seen)
                : turn.the(PlanOffers.class).send(actor, plan.id(), seen, chosen(turn));
    }

    private static Drawn drawn(Turn turn, UnitId unit) {
        var by = dispatchers(turn.town(), unit).getFirst();
        var helpers = IntStream.rangeClosed(0, turn.order().headcount())
                .mapToObj(each -> OfferKinds.helperHere(turn))
                .distinct()
                .toList();
        return turn.world().plans().draw(by, unit, turn.id(), OfferKinds.time(turn), helpers, turn.now());
    }

    /** Who dispatches where the unit lies in their subtree. */
    private static List<Actor> dispatchers(Town town, UnitId unit) {
        return town.over(unit).stream()
                .filter(actor -> Arrays.stream(actor.unitsAs(Role.DISPATCHER))
                        .anyMatch(at -> town.above(unit).contains(new UnitId(at))))
                .toList();
    }

    /** Mostly lines that there are. */
    private static List<Integer> chosen(Turn turn) {
        return turn.luck(0.03) ? List.of() : List.of(1, 1 + turn.dice().nextInt(3));
    }
}
