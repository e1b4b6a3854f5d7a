package feiyan.privacy;

import feiyan.accounts.PersonId;
import feiyan.accounts.Persons;
import feiyan.units.Actor;
import feiyan.units.Residents;
import feiyan.units.Role;
import feiyan.units.Units;
import java.util.Arrays;
import org.springframework.stereotype.Component;

/**
 * Whose data staff may put right or have forgotten: their own residents'; the center's also of whoever has no station.
 */
@Component("privacyReach")
class Reach {

    private static final Role[] DESK = {Role.CLERK, Role.DISPATCHER, Role.ADMINISTRATOR};

    private final Persons persons;
    private final Residents residents;
    private final Units units;

    Reach(Persons persons, Residents residents, Units units) {
        this.persons = persons;
        this.residents = residents;
        this.units = units;
    }

    boolean administers(Actor actor, PersonId person) {
        return !actor.person().equals(person) && reaches(actor, person, Role.ADMINISTRATOR);
    }

    boolean serves(Actor actor, PersonId person) {
        return !actor.person().equals(person) && reaches(actor, person, DESK);
    }

    /** Nobody of another county, though they have no station here. */
    private boolean reaches(Actor actor, PersonId person, Role... roles) {
        return persons.find(actor.county(), person).isPresent() && isWithin(actor, person, roles);
    }

    private boolean isWithin(Actor actor, PersonId person, Role... roles) {
        var held = actor.unitsAs(roles);
        return residents.liveWithin(actor.county(), person, held)
                || units.center(actor.county())
                        .filter(center ->
                                Arrays.asList(held).contains(center.id().value()))
                        .isPresent();
    }
}
