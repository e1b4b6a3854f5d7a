package feiyan.dispatch;

import feiyan.orders.Proxies;
import feiyan.units.Actor;
import feiyan.units.UnitId;
import feiyan.volunteers.Volunteer;
import feiyan.volunteers.Volunteers;
import java.util.Optional;
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
        return villageOf(actor).filter(station::equals).isPresent();
    }

    @Override
    public Optional<UnitId> villageOf(Actor actor) {
        return volunteers.find(actor.county(), actor.person()).map(Volunteer::unit);
    }
}
