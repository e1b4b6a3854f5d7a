package feiyan.orders;

import feiyan.units.Actor;
import feiyan.units.UnitId;

/** Who may order at the door on somebody's behalf: the station's swallow volunteers. Another module knows them. */
public interface Proxies {

    boolean mayOrderFor(Actor actor, UnitId station);
}
