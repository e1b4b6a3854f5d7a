package feiyan.demo;

import feiyan.menu.Project;
import feiyan.orders.OrderId;
import feiyan.units.Actor;

/**
 * One order on its way.
 *
 * @param eyes whoever can always look at it: the requester, or for a group order its unit's desk
 * @param project what it comes to, also where the requester said it in free words
 */
record Life(OrderId id, Actor eyes, Project project, Fate fate) {

    Life as(Fate other) {
        return new Life(id, eyes, project, other);
    }
}
