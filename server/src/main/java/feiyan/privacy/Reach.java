package feiyan.privacy;

import feiyan.accounts.PersonId;
import feiyan.units.Actor;
import feiyan.units.Residents;
import feiyan.units.Role;
import feiyan.units.Units;
import java.util.Arrays;
import org.springframework.stereotype.Component;

/**
 * Whose data staff may put right or have forgotten: their own residents'; the center's also of whoever has no station.
 */
@Component
class Reach {

    private static final Role[] DESK = {Role.CLERK, Role.DISPATCHER, Role.ADMINISTRATOR};

    private final Residents residents;
    private final Units units;

    Reach(Residents residents, Units units) {
        this.residents = residents;
        this.units = units;
    }

    boolean administers(Actor actor, PersonId person) {
        return !actor.person().equals(person) && reaches(actor, person, Role.ADMINISTRATOR);
    }

    boolean serves(Actor actor, PersonId person) {
        return !actor.person().equals(person) && reaches(actor, person, DESK);
    }

    private boolean reaches(Actor actor, PersonId person, Role... roles) {
        var held = actor.unitsAs(roles);
        return residents.liveWithin(actor.county(), person, held)
                || units.center(actor.county())
                        .filter(center ->
                                Arrays.asList(held).contains(center.id().value()))
                        .isPresent();
    }
}
