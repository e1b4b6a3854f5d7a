package feiyan.orders;

import feiyan.accounts.PersonId;
import feiyan.platform.Outcome;
import feiyan.units.Actor;
import feiyan.units.Residents;
import feiyan.units.Role;
import feiyan.units.Staff;
import java.util.Arrays;
import org.springframework.stereotype.Component;

/** Whose consent a station may write down: that of its own residents, and never in favour of its own people. */
@Component
class ConsentWitness {

    private final Residents residents;
    private final Staff staff;

    ConsentWitness(Residents residents, Staff staff) {
        this.residents = residents;
        this.staff = staff;
    }

    /**
     * Refused for oneself and for colleagues ({@code family.own_staff}): otherwise a desk could give itself a
     * household's orders to keep; and for people of other villages ({@code family.not_your_resident}).
     */
    Outcome<PersonId> mayNote(Actor actor, PersonId parent, PersonId follower) {
        var units = actor.unitsAs(Role.CLERK, Role.DISPATCHER);
        if (parent.equals(follower)) {
            return Outcome.refused("family.own_number");
        }
        if (follower.equals(actor.person()) || worksAt(actor, follower)) {
            return Outcome.refused("family.own_staff");
        }
        return residents.liveWithin(actor.county(), parent, units)
                ? Outcome.done(follower)
                : Outcome.refused("family.not_your_resident");
    }

    private boolean worksAt(Actor actor, PersonId follower) {
        var units = Arrays.asList(actor.unitsAs(Role.CLERK, Role.DISPATCHER));
        return staff.postsOf(actor.county(), follower).stream()
                .anyMatch(post -> units.contains(post.unit().value()));
    }
}
