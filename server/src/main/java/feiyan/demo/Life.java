package feiyan.demo;

import feiyan.demo.Land.Station;
import feiyan.menu.Project;
import feiyan.orders.OrderId;
import feiyan.units.Actor;
import feiyan.units.CoarsePosition;
import java.util.List;

/**
 * One order on its way.
 *
 * @param eyes whoever can always look at it: the requester, or for a group order its unit's desk
 * @param project what it comes to, also where the requester said it in free words
 * @param children of a group order
 */
record Life(
        OrderId id,
        Actor eyes,
        Project project,
        Station station,
        CoarsePosition place,
        Fate fate,
        List<Life> children) {

    Life as(Fate other) {
        return new Life(id, eyes, project, station, place, other, children);
    }

    boolean isGroup() {
        return !children.isEmpty();
    }

    /** Those who say how it went. */
    List<Life> raters() {
        return isGroup() ? children : List.of(this);
    }
}
