package feiyan.dispatch;

import feiyan.orders.Proxies;
import feiyan.units.Actor;
import feiyan.units.UnitId;
import feiyan.volunteers.Volunteers;
import org.springframework.stereotype.Component;

/** A volunteer of a station may order there for others. Their training and rota are not kept yet. */
@Component
class SwallowProxies implements Proxies {

    private final Volunteers volunteers;

    SwallowProxies(Volunteers volunteers) {
        this.volunteers = volunteers;
    }

    @Override
    public boolean mayOrderFor(Actor actor, UnitId station) {
        return volunteers
                .find(actor.county(), actor.person())
                .filter(volunteer -> volunteer.unit().equals(station))
                .isPresent();
    }
}
