package feiyan.dispatch;

import feiyan.orders.Slot;
import java.util.Set;

/**
 * An open seat in a volunteer's own village that the rules keep from this one, with the least that stands against it.
 *
 * @param time at which so little stands against it
 */
public record SeatNotForYou(String service, String unit, boolean remote, Slot time, Set<Obstacle> against) {}
