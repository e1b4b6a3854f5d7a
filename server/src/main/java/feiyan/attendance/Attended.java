package feiyan.attendance;

import feiyan.dispatch.Seat;
import feiyan.dispatch.SeatId;
import feiyan.dispatch.SeatState;

/** A seat right after somebody came or went, as their own step left it: nobody need look again to say so. */
public record Attended(SeatId seat, SeatState state, Presence presence) {

    static Attended of(Seat seat, Presence presence) {
        return new Attended(seat.facts().id(), seat.state(), presence);
    }
}
