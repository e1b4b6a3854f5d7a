package feiyan.attendance;

import feiyan.dispatch.SeatId;
import feiyan.dispatch.SeatState;
import feiyan.dispatch.SeatStep;

/** A seat right after somebody came or went, as their own step left it: nobody need look again to say so. */
public record Attended(SeatId seat, SeatState state, Presence presence) {

    static Attended of(SeatStep step, Presence presence) {
        return new Attended(step.facts().id(), step.seat().state(), presence);
    }
}
