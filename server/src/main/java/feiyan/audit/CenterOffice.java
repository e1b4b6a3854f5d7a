package feiyan.audit;

import feiyan.platform.Outcome;
import feiyan.units.Actor;
import feiyan.units.Role;
import feiyan.units.Unit;
import feiyan.units.Units;
import java.util.Arrays;
import org.springframework.stereotype.Component;

/** What concerns the whole county is decided by the administrators of its center. */
@Component
class CenterOffice {

    private final Units units;

    CenterOffice(Units units) {
        this.units = units;
    }

    Outcome<Unit> of(Actor actor) {
        var own = Arrays.asList(actor.unitsAs(Role.ADMINISTRATOR));
        return units.center(actor.county())
                .filter(center -> own.contains(center.id().value()))
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused("county.not_yours"));
    }
}
