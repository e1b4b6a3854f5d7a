package feiyan.volunteers.web;

import feiyan.units.Actor;
import feiyan.units.Role;
import feiyan.units.Unit;
import feiyan.units.UnitId;
import feiyan.units.Units;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import org.springframework.stereotype.Component;

/** The units in the actor's reach, from the top down, to choose one. */
@Component
class OwnUnits {

    private final Units units;

    OwnUnits(Units units) {
        this.units = units;
    }

    List<Unit> of(Actor actor) {
        var own = new HashSet<UnitId>();
        Arrays.stream(actor.unitsAs(Role.CLERK, Role.DISPATCHER, Role.ADMINISTRATOR))
                .map(UnitId::new)
                .forEach(own::add);
        var all = units.all(actor.county()).stream()
                .sorted(java.util.Comparator.comparing(Unit::tier))
                .toList();
        // A unit stands behind the one above it, so one walk finds the whole subtree.
        return all.stream()
                .filter(unit -> own.contains(unit.id()) || (own.contains(unit.parent()) && own.add(unit.id())))
                .toList();
    }
}
