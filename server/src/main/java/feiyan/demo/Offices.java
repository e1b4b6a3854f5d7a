package feiyan.demo;

import feiyan.units.Actor;
import feiyan.units.UnitId;
import java.util.Map;
import java.util.Objects;

/** Who sits at the desk of which unit: a clerk at a station, a dispatcher at an institute and at the center. */
record Offices(Map<UnitId, Actor> desks) {

    Actor at(UnitId unit) {
        return Objects.requireNonNull(desks.get(unit));
    }
}
