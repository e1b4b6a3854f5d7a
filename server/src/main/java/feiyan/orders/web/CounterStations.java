package feiyan.orders.web;

import feiyan.orders.CounterOrders;
import feiyan.units.Actor;
import feiyan.units.Role;
import feiyan.units.Tier;
import feiyan.units.Unit;
import feiyan.units.UnitId;
import feiyan.units.Units;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** For which stations somebody may write needs down: those in the own subtree, or the swallow volunteer's village. */
@Component
class CounterStations {

    private final Units units;
    private final CounterOrders counter;

    CounterStations(Units units, CounterOrders counter) {
        this.units = units;
        this.counter = counter;
    }

    /** Empty for whoever may not write down anybody's. */
    List<Unit> of(Actor actor) {
        var desks = Stream.of(actor.unitsAs(Role.CLERK, Role.DISPATCHER)).collect(Collectors.toSet());
        return desks.isEmpty()
                ? counter.villageOf(actor).flatMap(unit -> units.find(actor.county(), unit)).stream()
                        .toList()
                : within(actor, desks);
    }

    private List<Unit> within(Actor actor, Set<UUID> desks) {
        var all = units.all(actor.county());
        var parents = new HashMap<UnitId, @Nullable UnitId>();
        all.forEach(unit -> parents.put(unit.id(), unit.parent()));
        var own = desks.stream().map(UnitId::new).collect(Collectors.toCollection(HashSet::new));
        // whoever sits at a point of a village writes needs down for the village
        all.stream()
                .filter(unit -> unit.tier() == Tier.POINT && own.contains(unit.id()))
                .map(Unit::parent)
                .forEach(own::add);
        return all.stream()
                .filter(unit -> unit.tier() == Tier.STATION && liesWithin(unit.id(), own, parents))
                .toList();
    }

    private static boolean liesWithin(UnitId unit, Set<UnitId> own, Map<UnitId, @Nullable UnitId> parents) {
        for (@Nullable UnitId at = unit; at != null; at = parents.get(at)) {
            if (own.contains(at)) {
                return true;
            }
        }
        return false;
    }
}
