package feiyan.orders;

import feiyan.platform.CountyId;
import feiyan.units.Actor;
import feiyan.units.Role;
import feiyan.units.Unit;
import feiyan.units.UnitId;
import feiyan.units.Units;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Which unit has to do with an order next, by the unit tree. */
@Component
class Handlers {

    private final Units units;

    Handlers(Units units) {
        this.units = units;
    }

    boolean isStaffOf(Actor actor, UnitId unit) {
        return units.reaches(actor, unit, Role.CLERK, Role.DISPATCHER);
    }

    /** Of the unit itself, not of one above it. */
    boolean isOwnStaffOf(Actor actor, UnitId unit) {
        return List.of(actor.unitsAs(Role.CLERK, Role.DISPATCHER)).contains(unit.value());
    }

    /** The next above; empty at the center. */
    Optional<UnitId> above(CountyId county, UnitId unit) {
        return units.parent(county, unit).map(Unit::id);
    }

    boolean isAbove(CountyId county, UnitId above, UnitId unit) {
        return !above.equals(unit) && units.within(county, unit, above);
    }

    boolean isBelow(CountyId county, UnitId below, UnitId unit) {
        return isAbove(county, unit, below);
    }

    /**
     * The unit of an approval: the lowest of the actor's that covers where the order stands, so that a clerk of the
     * station and of the center approves as the station.
     */
    Optional<UnitId> approver(Actor actor, UnitId standsAt) {
        var own = Set.of(actor.unitsAs(Role.CLERK, Role.DISPATCHER));
        if (own.contains(standsAt.value())) {
            return Optional.of(standsAt);
        }
        return units.pathUp(actor.county(), standsAt).stream()
                .map(Unit::id)
                .filter(unit -> own.contains(unit.value()))
                .findFirst();
    }

    /** Not solved: back to the unit that handled it, the second time to the unit above. */
    UnitId afterReopening(Stored order) {
        var facts = order.facts();
        var handled = facts.dispatching() == null ? facts.unit() : facts.dispatching();
        return facts.reopened() == 0 ? handled : above(facts.county(), handled).orElse(handled);
    }
}
