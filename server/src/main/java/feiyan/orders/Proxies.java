package feiyan.orders;

import feiyan.units.Actor;
import feiyan.units.UnitId;
import java.util.Optional;

/** Who may order at the door on somebody's behalf: the station's swallow volunteers. Another module knows them. */
public interface Proxies {

    boolean mayOrderFor(Actor actor, UnitId station);

    /** The station in whose village the actor goes from door to door; empty for everybody else. */
    Optional<UnitId> villageOf(Actor actor);
}
